/** Recognises mail that a machine wrote (RFC 3834, RFC 3464): it is read and listed like any other, and never answered. */
import { cleanLine } from './charset.ts';
import { addresses, decodeWords, header, parameters, type Headers } from './headers.ts';

/** Our own letters carry this header; seeing it come back means that a machine answered a machine. */
export const LOOP_HEADER = 'x-triage-loop';

const ROBOT_SENDER =
  /^(?:mailer-?daemon|post-?master|no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|bounces?|bounce[-+].*|autoreply|auto-reply|notifications?|dim-?ateb|nie-?odpowiadaj)(?:[-+.=].*)?@/i;
const OUT_OF_OFFICE =
  /(?:\bout of (?:the )?office\b|\bauto(?:matic|mated)?[ -]?(?:reply|response|answer)\b|\baway from (?:my|the) (?:desk|office)\b|\bon (?:annual )?leave\b|ateb awtomatig|ymateb awtomatig|allan o'?r swyddfa|i ffwrdd o'?r swyddfa|automatyczna odpowied[zź]|odpowied[zź] automatyczna|autoodpowied[zź]|poza biurem|nieobecno[sś][cć]|автоматична відповідь|автовідповідь|немає на робочому місці|поза офісом|автоматический ответ|رد تلقائي|الرد التلقائي|خارج المكتب|automatische antwort|abwesenheit|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|automatisch antwoord|afwezig|automatiskt svar|autosvar|undeliver|delivery (?:status notification|failure|has failed)|returned mail|mail delivery (?:failed|system)|failure notice|nie można dostarczyć|methodd y danfoniad|недоставлен)/iu;

/** @returns the sentence that says what shows it, or null where a person wrote. */
export function automatedBecause(headers: Headers, words: string, parts: readonly string[]): string | null {
  const of = (name: string): string => (header(headers, name) ?? '').trim();
  if (headers.values.has(LOOP_HEADER)) return 'It carries our own loop mark: a machine has sent our own letter back.';
  const report = parameters(header(headers, 'content-type'));
  if (report.value === 'multipart/report') {
    const kind = report.params.get('report-type')?.toLowerCase();
    return kind === 'disposition-notification'
      ? 'It is a read receipt.'
      : kind === 'feedback-report'
        ? 'It is an abuse report from a mail provider.'
        : 'It is a delivery report from a mail server.';
  }
  if (parts.includes('message/delivery-status')) return 'It holds a delivery report from a mail server.';
  const submitted =
    of('auto-submitted')
      .toLowerCase()
      .split(/[;\s(]/)[0] ?? '';
  if (submitted !== '' && submitted !== 'no')
    return `Its sender marks it as sent by a machine (Auto-Submitted: ${submitted.slice(0, 40)}).`;
  const failed = of('x-failed-recipients');
  if (failed !== '') return 'A mail server says that a mail could not be delivered (X-Failed-Recipients).';
  if (headers.values.has('x-autoreply') || headers.values.has('x-autorespond') || headers.values.has('x-auto-reply'))
    return 'Its sender marks it as an automatic reply (X-Autoreply).';
  if (of('x-loop') !== '') return 'A mail robot has marked it against loops (X-Loop).';
  if (/^<>$/.test(of('return-path'))) return 'It has an empty return path, as only machines send it.';
  if (headers.values.has('list-id')) return 'It came through a mailing list (List-Id).';
  const precedence = of('precedence').toLowerCase();
  if (/^(?:bulk|junk|list|auto_reply)$/.test(precedence)) return `Its sender marks it as bulk mail (Precedence: ${precedence}).`;
  if (headers.values.has('list-unsubscribe')) return 'It is list mail that offers to unsubscribe (List-Unsubscribe).';
  const robot = [...addresses(headers, 'from', 3), ...addresses(headers, 'sender', 3)].find(
    (who) => who.email !== null && ROBOT_SENDER.test(who.email),
  );
  if (robot?.email) return `It comes from an address that nobody reads (${robot.email.slice(0, 100)}).`;
  const suppress = of('x-auto-response-suppress').toLowerCase();
  // Exchange puts this on people's mail too when told so; `All`, `OOF` and `AutoReply` ask us not to answer by machine.
  if (/\b(?:all|autoreply|oof)\b/.test(suppress)) return 'Its sender asks that no machine answers it (X-Auto-Response-Suppress).';
  return bySubject(cleanLine(decodeWords(of('subject'))), headers, words);
}

/** A subject alone proves nothing ("You were out of the office again"); it needs a second sign. */
function bySubject(subject: string, headers: Headers, words: string): string | null {
  if (!OUT_OF_OFFICE.test(subject)) return null;
  const isPrefix =
    /^\s*(?:automatic reply|auto(?:matic|mated)?[ -]?(?:reply|response)|out of (?:the )?office(?: auto-?reply)?|ateb awtomatig|ymateb awtomatig|automatyczna odpowied[zź]|odpowied[zź] automatyczna|автоматична відповідь|автовідповідь|автоматический ответ|رد تلقائي|الرد التلقائي|automatische antwort|réponse automatique|respuesta automática|risposta automatica)\s*[:：]/iu.test(
      subject,
    );
  const saysSo =
    /\b(?:i am|i'm|i will be) (?:currently |now )?(?:out of|away|on (?:annual |maternity |sick )?leave|on holiday)|\bthis is an automat|\breturn(?:ing)? (?:to the office )?on\b|rydw i (?:allan|i ffwrdd|ar wyliau)|neges awtomatig|jestem (?:poza|na urlopie|nieobecn)|przebywam na urlopie|wiadomość automatyczna|я (?:у|в) відпустці|мене немає|перебуваю у відпустці|أنا (?:خارج|في إجازة)|رسالة تلقائية|could not be delivered|undeliverable|permanent(?:ly)? (?:error|fail)/iu.test(
      words.slice(0, 5_000),
    );
  const isAnswer =
    headers.values.has('in-reply-to') || headers.values.has('references') || headers.values.has('x-ms-exchange-inbox-rules-loop');
  return (isPrefix && (isAnswer || saysSo)) || saysSo ? 'Its subject and its words are those of an automatic reply.' : null;
}
