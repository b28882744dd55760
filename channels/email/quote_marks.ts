/** Knows how mail programs announce the words of somebody else: attributions, header blocks, separators, in the languages residents write. */
import { cleanEmail } from './headers.ts';
import { labelled, MAX_LINE, type LabelKind } from './quote_labels.ts';

/** What a header block or an attribution says of the mail below it. */
export interface QuoteHead {
  /** First line of the announcement and the first line after it. */
  start: number;
  end: number;
  kind: 'attribution' | 'block' | 'separator';
  name: string | null;
  email: string | null;
  /** As written; null when not told. */
  date: string | null;
  subject: string | null;
  is_forward: boolean;
  /** False when the same words could be a person's own sentence. */
  is_certain: boolean;
}

/** The verb of an attribution, in any of the languages. */
export const WROTE =
  /(?:\b(?:wrote|writes|ysgrifennodd|ysgrifennwyd|schrieb|geschrieben|schreef|geschreven|skrev|kirjoitti|escribi[oó]|escreveu|scritto|pisze|napisa[lł]|napisa[lł]a|napsala?|napísala?|scris|yaz(?:d[ıi]))|écrit|napisał|пише|писал[аи]?|написа(?:в|ла|л)|كتب|كتبت|γράψε|írta|写道|寫道|のメッセージ|작성|כתב)/iu;
const DATED = /\p{Nd}/u;
const TIMED = /\p{Nd}{1,2}[:.h]\p{Nd}{2}/u;
const YEAR = /(?:19|20)\d\d|[٢۲][٠۰]\p{Nd}{2}/u;
const ADDRESSED = /[^\s@<>]{1,64}@[^\s@<>]{1,200}/;
const OPENING =
  /^(?:[-—*_>\s]{0,12})(?:on|ar|le|el|il|em|am|op|den|d\.|dne|w dniu|dnia|в|у|في|بتاريخ|il giorno|in data|pe|на|em|mon|tue|wed|thu|fri|sat|sun|pon|wt|śr|czw|pt|sob|niedz|ndz|llun|maw|mer|iau|gwe|sad|sul|пн|вт|ср|чт|пт|сб|нд|вс|lun|mar|mié|jue|vie|jeu|ven|mo|di|mi|do|fr|sa|so|\p{Nd}|["'<\p{Lu}\p{Lo}])/iu;

const STRONG =
  /^[-—*_>\s]{0,12}(?:(?:on|ar|le|el|il|em|am|op|den|dne|w dniu|dnia|il giorno|in data|بتاريخ|في|mon|tue|wed|thu|fri|sat|sun|pon|wt|śr|czw|pt|sob|niedz|ndz|llun|maw|mer|iau|gwe|sad|sul|пн|вт|ср|чт|пт|сб|нд|вс)[.,]{0,2}[\s\p{Nd}]|\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]|\p{Nd}{1,2} \p{L}{3,12}\.? \p{Nd}{4}|在)/iu;

const ORIGINAL =
  /^[\s>*]{0,6}[-_=]{2,40}\s{0,3}(?:original (?:message|email|e-mail|appointment)|neges wreiddiol|y neges wreiddiol|wiadomość oryginalna|oryginalna wiadomość|oryginalna wiadomosc|(?:оригінальне|початкове|вихідне) повідомлення|(?:исходное|оригинальное|пересылаемое) сообщение|الرسالة الأصلية|رسالة أصلية|ursprüngliche (?:nachricht|mail)|original-nachricht|originalnachricht|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|originalmeddelande|ursprungligt meddelande|oprindelig (?:besked|meddelelse)|opprinnelig melding|alkuperäinen viesti|původní (?:zpráva|e-mail)|orijinal mesaj|eredeti üzenet|reply message|reply above this line|原始邮件|原始郵件)\s{0,3}[-_=]{0,40}[\s*]*$/iu;
const FORWARDED =
  /^[\s>*]{0,6}(?:[-_=]{2,40}\s{0,3})?(?:begin forwarded message|forwarded message|forwarded by[^\n]{0,80}|neges a anfonwyd ymlaen|neges wedi'i hanfon ymlaen|neges wedi['’]i blaenyrru|dechrau neges a anfonwyd ymlaen|dechrau'r neges a anfonwyd ymlaen|przekazana wiadomość|wiadomość przekazana|wiadomość przesłana dalej|początek przekazywanej wiadomości|treść przekazanej wiadomości|переслане повідомлення|перенаправлене повідомлення|початок листа, що пересилається|пересланное сообщение|пересылаемое сообщение|начало переадресованного сообщения|رسالة مُعاد توجيهها|رسالة معاد توجيهها|الرسالة المعاد توجيهها|بداية الرسالة المعاد توجيهها|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transféré|message transmis|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat (?:meddelande|mejl)|videresendt (?:melding|meddelelse)|iletilen ileti|mesaj redirecționat|转发邮件信息)\s{0,3}(?::|[-_=]{2,40})\s*$/iu;

/** The announcement that begins at this line; null when none does. */
export function quoteHeadAt(lines: readonly string[], at: number): QuoteHead | null {
  const line = lines[at] ?? '';
  if (line.length > MAX_LINE || line.trim() === '') return null;
  return separatorAt(lines, at) ?? blockAt(lines, at) ?? attributionAt(lines, at);
}

function separatorAt(lines: readonly string[], at: number): QuoteHead | null {
  const line = lines[at] ?? '';
  const isForward = FORWARDED.test(line);
  const isRule = /^[\s>]{0,4}(?:_{8,80}|-{20,80})\s*$/.test(line);
  if (!isForward && !isRule && !ORIGINAL.test(line)) return null;
  const next = nextWords(lines, at + 1);
  const block = next < 0 ? null : blockAt(lines, next, isForward || !isRule ? 1 : 2);
  if (block) return { ...block, start: at, is_forward: isForward, is_certain: true };
  if (isRule) return null;
  const attributed = next < 0 ? null : attributionAt(lines, next);
  if (attributed) return { ...attributed, start: at, is_forward: isForward, is_certain: true };
  return {
    start: at,
    end: at + 1,
    kind: 'separator',
    name: null,
    email: null,
    date: null,
    subject: null,
    is_forward: isForward,
    is_certain: true,
  };
}

/** A From line with at least `least` of date, to and subject close below it. */
function blockAt(lines: readonly string[], at: number, least = 2): QuoteHead | null {
  const first = labelled(lines[at] ?? '');
  if (!first || (first.kind !== 'from' && !(first.kind === 'date' || first.kind === 'subject'))) return null;
  const seen = new Map<LabelKind, string>([[first.kind, first.value]]);
  let end = at + 1;
  let blank = 0;
  let unknown = 0;
  for (let look = at + 1; look < Math.min(lines.length, at + 16); look++) {
    const line = lines[look] ?? '';
    if (/^[\s>]*$/.test(line)) {
      if (++blank > 1 && seen.size > least) break;
      if (blank > 4) break;
      continue;
    }
    const found = labelled(line);
    if (!found && blank === 0 && /^[\s>*]{0,8}\p{L}[\p{L} -]{1,20}:\s\S/u.test(line.slice(0, 60)) && ++unknown < 3) continue;
    if (!found || (seen.has(found.kind) && found.kind !== 'other')) {
      // A list of addresses, or a long subject, runs over the line.
      if (
        blank === 0 &&
        (/^\s+\S/.test(line) || /[<;,]\s*$/.test(lines[look - 1] ?? '') || /^\s*<?[^\s@]+@[^\s@]+>?;?\s*$/.test(line))
      ) {
        end = look + 1;
        continue;
      }
      break;
    }
    // An empty line inside the block is only a paragraph of HTML, and one before words ends it.
    if (blank > 0 && seen.size > least && found.kind === 'other' && seen.has('subject')) break;
    blank = 0;
    seen.set(found.kind, found.value);
    end = look + 1;
  }
  if (!seen.has('from')) return null;
  const telling = (['date', 'to', 'subject'] as const).filter((kind) => seen.has(kind)).length;
  if (telling < least) return null;
  const person = personIn(seen.get('from') ?? '');
  return {
    start: at,
    end,
    kind: 'block',
    ...person,
    date: seen.get('date') ?? null,
    subject: seen.get('subject') ?? null,
    is_forward: false,
    is_certain: telling >= 2,
  };
}

/** `On Tuesday Ann <ann@a.example> wrote:`, in any of the languages, over several lines. */
function attributionAt(lines: readonly string[], at: number): QuoteHead | null {
  const found = attributionFrom(lines, at);
  if (!found) return null;
  // Prose in front of an attribution is not part of it: the latest line that opens one strongly is its start.
  for (let later = at + 1; later < found.end; later++) {
    if (STRONG.test(lines[later] ?? '') && attributionFrom(lines, later)) return null;
    if (!STRONG.test(lines[at] ?? '') && attributionFrom(lines, later)) return null;
  }
  return found;
}

function attributionFrom(lines: readonly string[], at: number): QuoteHead | null {
  const first = lines[at] ?? '';
  if (!OPENING.test(first)) return null;
  // Only a dated opening may be torn apart by empty lines, as converters from HTML do.
  const isStrong = STRONG.test(first);
  const reach = isStrong && DATED.test(first) ? 8 : isStrong ? 4 : 2;
  let text = '';
  for (let look = at; look < Math.min(lines.length, at + reach); look++) {
    const line = (lines[look] ?? '').replace(/^[\s>]+(?=\S)/, '').trim();
    if (line === '' && reach < 8) return null;
    if (line === '') continue;
    text = text === '' ? line : `${text} ${line}`;
    if (text.length > MAX_LINE) return null;
    if (look === at && /^[^\s:]{1,20}:$/.test(line)) return null;
    if (!/[:：]\s*(?:-{1,12})?$/u.test(line) && !/(?:wrote|écrit|写道)\s*-{0,12}$/u.test(line)) continue;
    const hasVerb = WROTE.test(text);
    const isAddressed = ADDRESSED.test(text);
    const isDated = DATED.test(text) && (YEAR.test(text) || TIMED.test(text));
    if (
      !(hasVerb && (isAddressed || isDated)) &&
      !(isAddressed && isDated && /[<[(][^<>[\]()]{1,200}@[^<>[\]()]{1,200}[>\])]/.test(text))
    )
      return null;
    // One sentence of a person may end in "wrote:" as well; a full stop inside speaks for prose.
    if (/[!?]\s/.test(text) || (!isAddressed && /\p{L}{4,}\. \p{Lu}\p{L}+ \p{Ll}/u.test(text))) return null;
    const certain = isAddressed || (isStrong && TIMED.test(text) && YEAR.test(text));
    return {
      start: at,
      end: look + 1,
      kind: 'attribution',
      ...personIn(text),
      date: text,
      subject: null,
      is_forward: false,
      is_certain: certain,
    };
  }
  return null;
}

/** A name and an address out of `Ann Jones <ann@a.example>`, `Ann [mailto:ann@a.example]` or either alone. */
export function personIn(text: string): { name: string | null; email: string | null } {
  const at = ADDRESSED.exec(text.slice(0, MAX_LINE).replace(/mailto:/gi, ''));
  const plain = text.slice(0, MAX_LINE).replace(/mailto:/gi, '');
  const email = at ? cleanEmail(at[0].replace(/^[<[(“"']+|[>\])”"':;,.]+$/g, '')) : null;
  const before = (at ? plain.slice(0, at.index) : plain).replace(/[<[(]\s*$/, '');
  const name = (
    before.includes(' wrote') || /\p{Nd}/u.test(before)
      ? (before.split(/[,،]|\p{Nd}{1,2}[:.]\p{Nd}{2}(?:\s?[AP]M)?/iu).at(-1) ?? '')
      : before
  )
    .replace(/\s\S{1,30}\s?[:：]$/u, '')
    .replace(/^[\s"'“„*]+|[\s"'”,*]+$/g, '')
    .trim();
  return { name: name === '' || name.length > 120 || name === email || /\p{Nd}{3}/u.test(name) ? null : name, email };
}

export function nextWords(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + 6); at++) if (!/^[\s>]*$/.test(lines[at] ?? '')) return at;
  return -1;
}
