/** Finds people's and places' names, so that Mr Mould and Castle Court are not taken for mould and a court. */

interface Words {
  text: string;
  words: string[];
  starts: number[];
  ends: number[];
  sentences: { from: number; until: number }[];
}

const TITLES = new Set('mr mrs ms miss dr cllr councillor sir rev prof'.split(' '));
const STREETS = new Set(
  'court house road street close avenue lane way drive gardens place crescent mews terrace walk square row hill view park green rise grove lodge towers heights point buildings estate rd st ave'.split(
    ' ',
  ),
);
/** "Court" after these is a court of law, and other pairs that only look like an address. */
const NO_STREET = new Set(
  'county crown magistrates high supreme the a civil small family to in at of council care my our your this social play car'.split(
    ' ',
  ),
);
const SIGN_OFFS = new Set('regards sincerely faithfully thanks cheers wishes truly'.split(' '));
const NOT_A_NAME = new Set('i we you it the no not yes please complaint landlord council connexus ombudsman'.split(' '));

/** Replaces the words of names by words that nothing matches. */
export function maskNames(reading: Words, sender_name: string | null): void {
  const { words } = reading;
  const shouted = isShouted(reading);
  const sender = new Set(
    (sender_name ?? '')
      .toLowerCase()
      .split(/[^\p{L}']+/u)
      .filter((word) => word.length > 2),
  );
  const capital = (index: number) =>
    !shouted && /^\p{Lu}/u.test(reading.text.slice(reading.starts[index], (reading.starts[index] ?? 0) + 2));
  const hide = (from: number, most: number) => {
    for (
      let index = from;
      index < from + most && index < words.length && capital(index) && !NOT_A_NAME.has(words[index] ?? '');
      index++
    )
      words[index] = '';
  };
  for (const [number, sentence] of reading.sentences.entries()) {
    for (let index = sentence.from; index < sentence.until; index++) {
      const word = words[index] ?? '';
      if (word === '') continue;
      if (TITLES.has(word)) hide(index + 1, 2);
      else if (STREETS.has(word) && index > sentence.from) hideStreet(reading, sentence.from, index, capital, shouted);
      else if (sender.has(word) && capital(index)) words[index] = '';
      else if (word === 'name' && words[index + 1] === 'is') hide(index + 2, 3);
    }
    const before = reading.sentences[number - 1];
    if (before && SIGN_OFFS.has(words[before.until - 1] ?? '') && sentence.until - sentence.from <= 4) hide(sentence.from, 4);
  }
}

function hideStreet(reading: Words, from: number, index: number, capital: (index: number) => boolean, shouted: boolean): void {
  const { words } = reading;
  const before = words[index - 1] ?? '';
  const numbered = /^\d{1,4}[a-z]?$/.test(words[index - 2] ?? '');
  if (NO_STREET.has(before) || !(shouted ? numbered : capital(index) && (numbered || capital(index - 1)))) return;
  words[index] = '';
  words[index - 1] = '';
  if (index - 2 > from && capital(index - 2) && !TITLES.has(words[index - 2] ?? '')) words[index - 2] = '';
}

function isShouted(reading: Words): boolean {
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < Math.min(reading.text.length, 1_000); at++) {
    const code = reading.text.charCodeAt(at);
    if (code >= 65 && code <= 90) upper++;
    else if (code >= 97 && code <= 122) lower++;
  }
  return upper > 2 * lower;
}
