/** Phrases say what residents say, in time that grows only with the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../rules/fold.ts';
import { parsePhrase } from '../../rules/phrase.ts';
import { findHits, indexPhrases } from '../../rules/search.ts';

const fold = (text: string) => text.split(/\s+/).flatMap((word) => foldWord(word, new Map()));
function says(written: string, text: string, lists: Record<string, string[]> = {}): boolean {
  const known = new Map(Object.entries(lists).map(([name, entries]) => [name, entries.map((entry) => parsePhrase(entry))]));
  return hitsOf(written, fold(text), known).length > 0;
}
function hitsOf(written: string, words: string[], lists?: Map<string, ReturnType<typeof parsePhrase>[]>, until = words.length) {
  const index = indexPhrases([parsePhrase(written, lists)]);
  return findHits(index, words, [{ from: 0, until, counts: true }])[0] ?? [];
}

const anyWord = (word: string | undefined) => word !== undefined;

describe('phrases', () => {
  it.each([
    ['nobody came', 'three weeks and nobody came', true],
    ['nobody came', 'nobody ever came', false],
    ['nobody .. came', 'nobody ever came', true],
    ['nobody .. came', 'nobody a b c d came', false],
    ['nobody ... came', 'nobody a b c d came', true],
    ['leak*', 'it is leaking', true],
    ['(gas|carbon monoxide) alarm', 'the carbon monoxide alarm', true],
    ['(very )?cold', 'cold', true],
    ['still (been )?waiting', 'still been waiting', true],
    ['# weeks', '11 weeks', true],
    ['# weeks', 'eleven weeks', true],
    ['# weeks', 'these weeks', false],
    ["don't know", 'I do not know', true],
    ['do not know', 'I dont know', true],
    ['neighbour', "my neighbour's dog", true],
    ['follow up', 'follow up', true],
  ])('%s in "%s": %s', (written, text, expected) => expect(says(written, text)).toBe(expected));

  it('names a list in braces', () => {
    expect(says('{pet} barks', 'his dog barks', { pet: ['dog', 'guard dog'] })).toBe(true);
    expect(says('the {pet} barks', 'the guard dog barks', { pet: ['dog', 'guard dog'] })).toBe(true);
  });

  it.each(['', '.. came', '(a|b', 'a | b', '{unknown}', 'a, b', '(a )?', '()', '*', 'a)'])(
    'refuses %j with what was expected',
    (written) => expect(() => parsePhrase(written)).toThrow(/expected/),
  );

  it('never throws anything but a SyntaxError on garbage', () => {
    const errorOf = (written: string): unknown => {
      try {
        return parsePhrase(written) && null;
      } catch (error) {
        return error;
      }
    };
    const piece = fc.constantFrom('a', 'b', ' ', '(', ')', '|', '?', '*', '.', '..', '{', '}', '#', "'", '£');
    fc.assert(
      fc.property(fc.string({ unit: piece }), (written) => {
        const error = errorOf(written);
        expect(error === null || error instanceof SyntaxError).toBe(true);
      }),
    );
  });

  it('a match never reaches past its sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { maxLength: 60 }), fc.nat(60), (words, until) => {
        const end = Math.min(until, words.length);
        for (const hit of hitsOf('a ... (b|c d)', words, undefined, end)) expect(hit.until).toBeLessThanOrEqual(end);
      }),
    );
  });

  it('a phrase always meets the very words it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 12 }), (words) => {
        const folded = words.flatMap((word) => foldWord(word, new Map()));
        expect(hitsOf(words.join(' '), folded)).toContainEqual({ sentence: 0, from: 0, until: folded.length });
      }),
    );
  });

  it('a phrase is found wherever it stands in a sentence without end, and nothing of it is remembered', () => {
    const index = indexPhrases([parsePhrase('nobody .. came'), parsePhrase('(a|b ..)? cold #')]);
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (before, after) => {
        const words = [...Array<string>(before).fill('x'), 'nobody', 'ever', 'came', ...Array<string>(after).fill('x')];
        const sentences = [{ from: 0, until: words.length, counts: true }];
        expect(findHits(index, words, sentences)).toEqual([[{ sentence: 0, from: before, until: before + 3 }], undefined]);
      }),
    );
  });

  it('a phrase is found in the same places as by trying every way to say it', () => {
    const ways = ['a', 'b a', 'a c d', 'a x c d', 'a x x c d', 'a x x x c d'];
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'x', '');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 140 }), (words) => {
        const found = hitsOf('(b a|a (.. c d)?) x', words, undefined).map(({ from, until }) => `${from} ${until}`);
        const tried = words.flatMap((_, from) => {
          const ends = ways
            .map((way) => `${way} x`.split(' '))
            .filter((way) =>
              way.every(
                (each, at) => words[from + at] === each || (each === 'x' && at < way.length - 1 && anyWord(words[from + at])),
              ),
            )
            .map((way) => from + way.length);
          return ends.length > 0 ? [`${from} ${Math.min(...ends)}`] : [];
        });
        expect(found).toEqual(tried.slice(0, 64));
      }),
    );
  });
});

describe('folding', () => {
  it.each([
    ['Don’t', ['do', 'not']],
    ["can't", ['can', 'not']],
    ["WON'T", ['will', 'not']],
    ["I've", ['i', 'have']],
    ["it's", ['it', 'is']],
    ["resident's", ['resident']],
    ['caf\u00e9', ['cafe']],
    ['mo\u200buld', ['mould']],
    ['constructor', ['constructor']],
  ])('%s is compared as %j', (written, expected) => expect(foldWord(written, new Map())).toEqual(expected));

  it('puts common slips right', () =>
    expect(foldWord('apointment', new Map([['apointment', 'appointment']]))).toEqual(['appointment']));
});
