/** Notices when a message is not in English, because the rules then know too little to be trusted. */
import type { Reading } from './read.ts';

/** The commonest words of English. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  'the a i to and of in is it my you for that have not on was me we be with this are has so but your been there they at from as he she will can when what no do if our an by all would had about or them his her just now'.split(
    ' ',
  ),
);
/** Words of short reports that are English and nothing else. */
const ALSO_ENGLISH: ReadonlySet<string> = new Set(
  'am still again today nobody very please could get got out up one some any more time day days week weeks since came come waiting need were who how'.split(
    ' ',
  ),
);
/** More of a long message adds nothing. */
const SAMPLE = 400;

/** True when too few of the words are English ones, or the script is another. Short messages get the benefit of the doubt. */
export function isNotEnglish(reading: Reading): boolean {
  const words = reading.words.slice(0, SAMPLE).filter((word) => word !== '' && !/^\d/.test(word));
  if (words.length < 4) return words.length > 0 && words.every((word) => /[^\p{Script=Latin}\d]/u.test(word));
  const foreign = words.filter((word) => /[^\p{Script=Latin}\d]/u.test(word)).length;
  if (foreign > words.length * 0.4) return true;
  const common = words.filter((word) => COMMON_WORDS.has(word) || ALSO_ENGLISH.has(word)).length;
  return words.length >= 8 && common < words.length * 0.13;
}
