/** Finds out that a mail hands on somebody else's: whose it was, when it was sent, and which words are the original's. */
import EmailForwardParser from 'email-forward-parser';
import type { ForwardedFrom } from '../contact.ts';
import { cleanLine, hasWords } from './charset.ts';
import { cleanEmail } from './headers.ts';
import { nextWords, quoteHeadAt, type QuoteHead } from './quote_marks.ts';
import { replyText, tidy } from './reply_text.ts';
import { parseSpokenDate } from './spoken_date.ts';

const FORWARD_SUBJECT =
  /^\s*(?:(?:re|aw|odp|sv|ateb|ymateb)\s*:\s*){0,3}(?:fwd?|wg|tr|pd|rv|enc|i|ml|vb|vl|vs|doorst|videresend|ilt|i̇lt|redir\.?|ymlaen|blaenyrru|przek|przekaz|переслано|пересл|إعادة توجيه|رد توجيه|تحويل)\s*:/iu;
/** email-forward-parser's patterns are not linear; longer mails are read by our own marks only. */
const LIBRARY_MAX_LENGTH = 20_000;
const MAX_LINES = 5_000;

export interface Forward {
  from: ForwardedFrom;
  /** The colleague's note first, then the original; both are words of this message. */
  text: string;
}

/**
 * @param full all the words of the mail
 * @param isOwn whether the sender is one of the landlord's own people, whose mails with a header block and no Re: are forwards
 * @returns null where the mail is no forward
 */
export function findForward(full: string, subject: string | null, isOwn: boolean): Forward | null {
  const lines = full.split('\n').slice(0, MAX_LINES);
  const isBySubject = FORWARD_SUBJECT.test(subject ?? '');
  const isReply = /^\s*(?:re|aw|odp|sv|ateb|antw|ref)\s*:/iu.test(subject ?? '') && !isBySubject;
  const head = firstHead(lines, isBySubject || (isOwn && !isReply));
  if (head && (head.is_forward || ((isBySubject || (isOwn && !isReply)) && head.kind !== 'separator')))
    return secondOpinion(own(lines, full, head), full, subject);
  return isBySubject ? byLibrary(full, subject) : null;
}

function firstHead(lines: readonly string[], anyKind: boolean): QuoteHead | null {
  for (let at = 0; at < lines.length; at++) {
    const head = quoteHeadAt(lines, at);
    if (!head) continue;
    if (head.is_forward || (anyKind && head.is_certain)) return head;
    // An ordinary reply's history begins first: what is forwarded further down is history too.
    if (head.is_certain && !anyKind) return null;
  }
  return null;
}

function own(lines: readonly string[], full: string, head: QuoteHead): Forward | null {
  const rest = full.split('\n').slice(head.end);
  const marks = rest.filter((line) => /^\s{0,3}>/.test(line)).length;
  // Apple Mail quotes what it forwards.
  const original =
    marks * 2 > rest.filter((line) => line.trim() !== '').length ? rest.map((line) => line.replace(/^\s{0,3}>[ \t]?/, '')) : rest;
  const from = told(head, original);
  const note = replyText(lines.slice(0, head.start).join('\n')).text;
  return made(note, original.slice(from.skip).join('\n'), from.who);
}

/** Where the separator told nothing itself, a block right below it, quoted or not, may. */
function told(head: QuoteHead, original: readonly string[]): { who: ForwardedFrom; skip: number } {
  const at = nextWords(original, 0);
  const inner = head.email === null && head.name === null && at >= 0 && at < 4 ? quoteHeadAt(original, at) : null;
  const source = inner ?? head;
  return {
    who: {
      name: source.name === null ? null : cleanLine(source.name, 200),
      email: source.email,
      sent_at: parseSpokenDate(source.date),
    },
    skip: inner ? inner.end : 0,
  };
}

function made(note: string, original: string, from: ForwardedFrom): Forward | null {
  const words = replyText(original).text;
  if (!hasWords(words)) return null;
  return { from, text: hasWords(note) ? `${tidy(note)}\n\n${words}` : words };
}

/** Where our own marks do not tell whose it was, the library may: it knows further programs. */
function secondOpinion(found: Forward | null, full: string, subject: string | null): Forward | null {
  return found && (found.from.email ?? found.from.name) !== null ? found : (byLibrary(full, subject) ?? found);
}

function byLibrary(full: string, subject: string | null): Forward | null {
  if (full.length > LIBRARY_MAX_LENGTH) return null;
  const found = new EmailForwardParser().read(full, subject ?? undefined);
  const original = found.email?.body;
  if (!found.forwarded || !original) return null;
  const { from, date } = found.email;
  if (!from?.address && !from?.name) return null;
  return made(found.message ?? '', original, {
    name: from.name ? cleanLine(from.name, 200) : null,
    email: from.address ? cleanEmail(from.address) : null,
    sent_at: parseSpokenDate(date ?? null),
  });
}
