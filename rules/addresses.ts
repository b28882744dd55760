/** Finds buildings, streets, postcodes and homes that a text names, because a matter at another home, or many reports from one building, are told by the place. */

export interface Place {
  kind: 'building' | 'street' | 'postcode';
  /** Folded: `castle court`, `sorrel way`, `SY131AB`. */
  name: string;
  /** Flat or house within it, folded, such as `14` or `3a`; null where none is said. */
  number: string | null;
  /** As written. */
  label: string;
  start: number;
  end: number;
}

/** More are a list of addresses, not a place that somebody writes about. */
const MOST_PLACES = 30;
const LONGEST_TEXT = 20_000;

const BUILDINGS = new Set('court house lodge tower towers heights point mansions flats buildings'.split(' '));
const STREETS = new Set(
  'road street lane close way drive avenue crescent terrace grove walk row square gardens place hill view rise mews croft park green'.split(
    ' ',
  ),
);
const SHORT: Record<string, string> = { rd: 'road', st: 'street', ave: 'avenue', cres: 'crescent', ct: 'court', gdns: 'gardens' };
/** Written without a capital these are rarely anything but a street or a block. */
const PLAIN = new Set('court road street lane avenue crescent terrace mews'.split(' '));
/** Not the name of a place, whatever follows: "my house", "county court", "the whole street". */
const NO_NAME = new Set(
  `a an the my our your his her their this that these those whole entire every each no any some other another same next new old empty
  council county crown magistrates civil family care nursing main side busy and or of in at on to from by near opposite behind
  through across along round around into outside inside for with is was are were it all both one two parking car nearest local public back front
  long short wrong right half only own dads mums mothers fathers neighbours landlords peoples whose which what
  i we you they he she live lives lived moved flat flats`.split(/\s+/),
);
const COURTS_OF_LAW = new Set('county crown high magistrates supreme civil small family'.split(' '));

interface Token {
  word: string;
  capital: boolean;
  start: number;
  end: number;
  /** A line break, full stop or the like stands before it. */
  cut: boolean;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /[\p{L}\p{N}][\p{L}\p{N}'’]*|[.!?;:()\n]/gu;
  let cut = true;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [written] = found;
    if (/^[.!?;:()\n]$/.test(written)) {
      // "St. Mary's Close" goes on over its full stop.
      if (!(written === '.' && tokens.at(-1)?.word === 'st')) cut = true;
      continue;
    }
    tokens.push({
      word: written.toLowerCase().replaceAll(/['’]/g, ''),
      capital: /^\p{Lu}/u.test(written),
      start: found.index,
      end: found.index + written.length,
      cut,
    });
    cut = false;
  }
  return tokens;
}

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d{1,4}[a-z]?$/.test(word);

/** The places that a text names, in order. Linear in its length; only its beginning is read. */
export function findPlaces(text: string): Place[] {
  const read = text.slice(0, LONGEST_TEXT);
  const tokens = tokensOf(read);
  const places: Place[] = [];
  for (let at = 1; at < tokens.length && places.length < MOST_PLACES; at++) {
    const token = tokens[at];
    if (!token || token.cut) continue;
    const suffix = SHORT[token.word] ?? token.word;
    const kind = BUILDINGS.has(suffix) ? 'building' : STREETS.has(suffix) ? 'street' : null;
    if (kind === null) continue;
    const found = named(tokens, at, suffix, kind, read);
    // "the Castle Court flats": the block has been named already.
    if (found && found.start >= (places.at(-1)?.end ?? 0)) places.push(found);
  }
  for (const found of read.matchAll(/\b([A-Z]{1,2}\d[A-Z\d]?)[ \t]?(\d[A-Z]{2})\b/gi)) {
    if (places.length >= MOST_PLACES) break;
    const [label, outward = '', inward = ''] = found;
    // "at 14 7ab" written small is too often something else; a postcode in small letters has its letters in the right places all the same.
    places.push({
      kind: 'postcode',
      name: `${outward}${inward}`.toUpperCase(),
      number: null,
      label: `${outward} ${inward}`.toUpperCase(),
      start: found.index,
      end: found.index + label.length,
    });
  }
  return places.toSorted((a, b) => a.start - b.start);
}

function named(tokens: readonly Token[], at: number, suffix: string, kind: 'building' | 'street', text: string): Place | null {
  const end = tokens[at];
  if (!end) return null;
  let from = at;
  // Up to three capitalised words, or one or two small ones with a house number before them.
  while (from > 0 && at - from < 3 && !tokens[from]?.cut) {
    const before = tokens[from - 1];
    if (!before || isNumber(before.word) || NO_NAME.has(before.word)) break;
    if (!before.capital && (end.capital || at - from >= 2)) break;
    if (before.capital && !end.capital && !PLAIN.has(suffix) && at - from >= 1) break;
    from--;
  }
  const first = tokens[from];
  if (from === at || !first) return null;
  const number = numberBefore(tokens, from) ?? numberAfter(tokens, at);
  const words = tokens.slice(from, at).map(({ word }) => word);
  if (suffix === 'court' && words.some((word) => COURTS_OF_LAW.has(word))) return null;
  const all_small = !first.capital && !end.capital;
  // In a sentence without capitals a common word before "court" or "road" may be anything but a name: the last word alone counts.
  if (all_small && number === null) {
    if (!PLAIN.has(suffix)) return null;
    const only = tokens[at - 1];
    if (!only || only.word.length < 3) return null;
    const named_by = tokens[at - 2]?.word;
    if (named_by === undefined || !/^(?:at|in|of|on|from|down|up|through|for|is|the|live|here)$/.test(named_by)) return null;
    return placeOf(kind, [only.word], suffix, null, text, only.start, end.end);
  }
  return placeOf(kind, words, suffix, number, text, first.start, end.end);
}

function placeOf(
  kind: Place['kind'],
  words: readonly string[],
  suffix: string,
  number: string | null,
  text: string,
  start: number,
  end: number,
): Place {
  const label = text.slice(start, end).replaceAll(/\s+/g, ' ');
  return { kind, name: [...words, suffix].join(' '), number, label, start, end };
}

/** "14 Sorrel Way", "no. 14 Sorrel Way", "Flat 3, Castle Court", "flat 3a at Castle Court". */
function numberBefore(tokens: readonly Token[], from: number): string | null {
  const one = tokens[from - 1];
  const two = tokens[from - 2];
  if (isNumber(one?.word)) return one?.word ?? null;
  if (one?.word === 'at' || one?.word === 'in')
    return tokens[from - 3]?.word === 'flat' && isNumber(two?.word) ? (two?.word ?? null) : null;
  return null;
}

/** "Castle Court, flat 4". */
function numberAfter(tokens: readonly Token[], at: number): string | null {
  const [one, two] = [tokens[at + 1], tokens[at + 2]];
  if (one?.word !== 'flat' || one.cut || two?.cut) return null;
  return isNumber(two?.word) ? (two?.word ?? null) : null;
}

/** Where the writer says that they live, or an address that stands alone on its lines. */
const OWN_HOME =
  /\b(?:i live|we live|i am (?:at|in)|i'm (?:at|in)|im (?:at|in)|my address|our address|my flat|my home|our home|my house|my postcode|our flat|address is|address:|tenant (?:at|of)|resident (?:at|of)|calling from|writing from|here at|i rent|we rent|living at)\b/i;
const LONGEST_LINE = 160;

/**
 * The homes that a text gives as the writer's own, as keys: `14 sorrel way` and, where a postcode stands with it, `SY131AB 14`.
 * @param is_address true for an address field, which holds nothing else
 */
export function ownHomes(text: string, is_address = false): string[] {
  const places = findPlaces(text);
  const homes: string[] = [];
  for (const place of places) {
    if (place.number === null) continue;
    if (!is_address && !isOwn(text, place)) continue;
    homes.push(`${place.number} ${place.name}`);
    const postcode = places.find(({ kind, start }) => kind === 'postcode' && start >= place.end && start - place.end < 80);
    if (postcode) homes.push(`${postcode.name} ${place.number}`);
  }
  return [...new Set(homes)].slice(0, 6);
}

function isOwn(text: string, place: Place): boolean {
  const before = text.slice(Math.max(0, place.start - 60), place.start);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
  if (OWN_HOME.test(sentence)) return true;
  // A line that holds the address and little else is a letterhead or a signature.
  const line_start = text.lastIndexOf('\n', place.start) + 1;
  const line_end = text.indexOf('\n', place.end);
  const line = text.slice(line_start, line_end === -1 ? text.length : line_end);
  if (line.length > LONGEST_LINE || line_start === 0) return false;
  const rest = line.slice(0, place.start - line_start) + line.slice(place.end - line_start);
  return (
    rest.replaceAll(/\b(?:flat|no|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d+[a-z]?)\b/gi, '').replaceAll(/[^\p{L}]/gu, '').length <= 25
  );
}

/** `SY13` of `SY131AB`. */
export function districtOf(postcode: string): string {
  return postcode.slice(0, -3);
}
