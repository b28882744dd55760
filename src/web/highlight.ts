/** Cuts a message into pieces so that the words that evidence quotes can be marked, also where quotes overlap. */

export interface Range {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  /** Indexes of the ranges that cover this piece; empty for words that nothing quotes. */
  covered_by: number[];
  /** Indexes of the ranges that end with this piece: where their number is printed. */
  ends: number[];
}

/**
 * The whole text, in order, as pieces: joining their `text` gives the text back.
 * Ranges outside the text, empty or turned round, are left out, never an error: a message must be shown whatever was said of it.
 * Linear in the text and, after sorting, in the number of ranges times their overlap.
 */
export function highlight(text: string, ranges: readonly Range[]): Piece[] {
  const sound = ranges
    .map((range, index) => ({ start: wholeCharacter(text, range.start, -1), end: wholeCharacter(text, range.end, 1), index }))
    .filter(({ start, end }) => start >= 0 && end <= text.length && start < end);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of sound) cuts.add(start).add(end);
  const borders = [...cuts].toSorted((a, b) => a - b);

  const by_start = sound.toSorted((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let open: typeof sound = [];
  let next = 0;
  for (const [i, from] of borders.entries()) {
    const to = borders[i + 1];
    if (to === undefined) break;
    open = open.filter(({ end }) => end > from);
    for (let range = by_start[next]; range !== undefined && range.start <= from; range = by_start[next]) {
      open.push(range);
      next += 1;
    }
    pieces.push({
      text: text.slice(from, to),
      covered_by: open.map(({ index }) => index).toSorted((a, b) => a - b),
      ends: open
        .filter(({ end }) => end === to)
        .map(({ index }) => index)
        .toSorted((a, b) => a - b),
    });
  }
  return pieces;
}

/** An offset never cuts a surrogate pair in two: half a character cannot be printed. */
function wholeCharacter(text: string, offset: number, step: -1 | 1): number {
  const splits = isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
  return splits ? offset + step : offset;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
