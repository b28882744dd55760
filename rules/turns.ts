/** Tells a customer's words from an adviser's in a written-down call, so that nobody's politeness is taken for somebody's complaint. */

export type Speaker = 'writer' | 'adviser';

export interface Turn {
  speaker: Speaker;
  /** Offsets of the words after the label. */
  start: number;
  end: number;
}

const LABEL =
  /[ \t>*\u00a0\u200b\ufeff]*(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[ \t-]*)?(\p{L}[\p{L} .'’_-]{0,30})(?:\d{1,2})?(?:[ \t]*[([][^)\]\n]{0,30}[)\]])?[ \t]*:(?=\s|$)/uy;
const ADVISER_WORDS = new Set(
  'agent advisor adviser operator officer csa csr handler staff colleague connexus rep representative landlord hub team assistant bot ivr system clerk receptionist housing contact centre coordinator recording'.split(
    ' ',
  ),
);
const CUSTOMER_WORDS = new Set(
  'customer caller resident tenant client cust leaseholder applicant neighbour daughter son mr mrs ms miss speaker'.split(' '),
);
const GREETING =
  /how (?:can|may) i help|thank(?:s| you) for (?:calling|ringing|holding)|you're through to|you’re through to|through to connexus|calls? (?:are|is|may be) recorded/i;

/**
 * The turns of a transcript in order; a text without turns is one turn of the writer.
 * @param is_call any label counts in a call; elsewhere only plain ones such as `Agent:`
 */
export function findTurns(text: string, is_call: boolean): Turn[] {
  const labelled: { label: string; start: number; end: number }[] = [];
  let first = -1;
  for (let line = 0; line < text.length;) {
    const next = text.indexOf('\n', line);
    const until = next < 0 ? text.length : next;
    LABEL.lastIndex = line;
    const found = LABEL.exec(text);
    const label = found && LABEL.lastIndex <= until + 1 ? (found[1] ?? '').trim().toLowerCase() : null;
    if (label !== null && (is_call || roleOf(label) !== null)) {
      const previous = labelled.at(-1);
      if (previous) previous.end = line;
      if (first < 0) first = line;
      labelled.push({ label, start: Math.min(LABEL.lastIndex, until), end: text.length });
    }
    line = until + 1;
  }
  const hasBoth = labelled.some(({ label }) => roleOf(label) === 'adviser') && labelled.length > 1;
  if (labelled.length === 0 || (!is_call && !hasBoth)) return [{ speaker: 'writer', start: 0, end: text.length }];
  const roles = castRoles(text, labelled);
  const turns = labelled.map(({ label, start, end }): Turn => ({ speaker: roles.get(label) ?? 'writer', start, end }));
  return first > 0 ? [{ speaker: 'writer', start: 0, end: first }, ...turns] : turns;
}

function roleOf(label: string): Speaker | null {
  const words = label.split(/[ ._-]+/);
  if (words.some((word) => CUSTOMER_WORDS.has(word))) return 'writer';
  return words.some((word) => ADVISER_WORDS.has(word)) ? 'adviser' : null;
}

/** Labels that are names: whoever greets is the adviser; who is left speaks for the customer. */
function castRoles(text: string, labelled: { label: string; start: number; end: number }[]): Map<string, Speaker> {
  const roles = new Map<string, Speaker>();
  const names = new Set<string>();
  for (const { label } of labelled) {
    const role = roleOf(label);
    if (role) roles.set(label, role);
    else names.add(label);
  }
  if ([...roles.values()].includes('adviser')) return roles;
  for (const { label, start, end } of labelled.slice(0, 20)) {
    if (names.has(label) && GREETING.test(text.slice(start, Math.min(end, start + 400)))) return roles.set(label, 'adviser');
  }
  const [opener] = labelled;
  const hasCustomer = [...roles.values()].includes('writer');
  const [only] = names;
  if (
    hasCustomer &&
    names.size === 1 &&
    only !== undefined &&
    opener?.label === only &&
    labelled.filter(({ label }) => label === only).length > 1
  )
    roles.set(only, 'adviser');
  return roles;
}
