/** Brings written words to the one form in which they are compared, so that case, accents, apostrophes and common slips do not matter. */

/** Longer words are cut for matching only: no word of a phrase is longer, and the rest of a hostile text costs nothing. */
const LONGEST_WORD = 40;

const IGNORED = /[\u200b-\u200f\u2060\ufeff\u00ad\p{M}]/gu;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4\u0060\uff07]/g;

const SHORTENED: Record<string, string[]> = {
  dont: ['do', 'not'],
  didnt: ['did', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  arent: ['are', 'not'],
  werent: ['were', 'not'],
  hasnt: ['has', 'not'],
  havent: ['have', 'not'],
  hadnt: ['had', 'not'],
  wont: ['will', 'not'],
  cant: ['can', 'not'],
  cannot: ['can', 'not'],
  couldnt: ['could', 'not'],
  wouldnt: ['would', 'not'],
  shouldnt: ['should', 'not'],
  aint: ['is', 'not'],
  ive: ['i', 'have'],
  im: ['i', 'am'],
  youve: ['you', 'have'],
  weve: ['we', 'have'],
  theyve: ['they', 'have'],
  theyre: ['they', 'are'],
  youre: ['you', 'are'],
  thats: ['that', 'is'],
  theres: ['there', 'is'],
  whats: ['what', 'is'],
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
};
const STEM_NOT: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };
const TAKES_IS = new Set([
  'it',
  'that',
  'there',
  'he',
  'she',
  'what',
  'who',
  'here',
  'where',
  'how',
  'nobody',
  'noone',
  'everything',
  'nothing',
  'someone',
  'somebody',
]);
const ENDINGS: Record<string, string> = { ll: 'will', ve: 'have', re: 'are', m: 'am', d: 'would' };

/**
 * The compared form or forms of one written word: `Don't` gives `do not`, `neighbour's` gives `neighbour`.
 * Never empty for a word that has a letter or digit.
 */
export function foldWord(written: string, spellings: ReadonlyMap<string, string>): string[] {
  const plain = written.length > 4 * LONGEST_WORD ? written.slice(0, 4 * LONGEST_WORD) : written;
  const folded = (isSimple(plain) ? plain : plain.normalize('NFKD').replace(IGNORED, '').replace(APOSTROPHES, "'"))
    .toLowerCase()
    .slice(0, LONGEST_WORD);
  const at = folded.indexOf("'");
  if (at < 0) return Object.hasOwn(SHORTENED, folded) ? (SHORTENED[folded] ?? [folded]) : [spellings.get(folded) ?? folded];
  return unfoldApostrophe(folded, spellings);
}

function unfoldApostrophe(folded: string, spellings: ReadonlyMap<string, string>): string[] {
  const trimmed = folded.replace(/^'+/, '').replace(/'+$/, '');
  const at = trimmed.lastIndexOf("'");
  if (at < 0) return trimmed === '' ? [] : [spellings.get(trimmed) ?? trimmed];
  const stem = trimmed.slice(0, at).replaceAll("'", '');
  const ending = trimmed.slice(at + 1);
  if (ending === 't' && stem.endsWith('n')) {
    const verb = stem.slice(0, -1);
    return [STEM_NOT[verb] ?? verb, 'not'];
  }
  const expanded = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (expanded) return [stem, expanded];
  if (ending === 's') return TAKES_IS.has(stem) ? [stem, 'is'] : [spellings.get(stem) ?? stem];
  const whole = stem + ending;
  return [spellings.get(whole) ?? whole];
}

function isSimple(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127 || code === 96) return false;
  }
  return true;
}
