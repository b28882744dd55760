/** Tells a writer's own words from those that programs, firms and others put into a message. */

/** Lines that a program adds. */
const ADDED_LINE =
  /^\W{0,4}sent (?:from|via) (?:my|outlook|yahoo|mail|samsung|aol|bt|gmail|the)\b|get outlook for|scanned (?:for|by) |consider the environment|registered (?:office(?:\s*:| is\b| address)|in (?:england|wales|scotland))|company (?:number|no\.?|reg\w*)\W{0,3}(?:is )?[a-z]{0,2}\d{5,}|(?:vat|charity) (?:reg\w* )?(?:number|no\.?)\W{0,3}\w{0,2}\d/i;
/** A firm's name and nothing else. */
const FIRM = /^[\p{L}\p{N} &'’.-]{2,60} (?:ltd|limited|plc|llp|cic)$/iu;
/** Small print begins so and runs to the end of its paragraph. */
const SMALL_PRINT =
  /intended (?:recipient|solely|only for)|this (?:e-?mail|message|communication|transmission)(?:,? (?:and|including) (?:any|its|all)\b| (?:is|may be|contains?) (?:strictly |intended |private|privileged|confidential|legally|information))|(?:legally|confidential(?: and| or| and\/or)|(?:may|to) be) privileged|if you (?:have )?received? this (?:e-?mail|message) in error|confidentiality notice|views (?:or opinions )?expressed in this e-?mail/i;
/** Longer sentences are somebody's own. */
const LONGEST_ADDED = 1_000;

const oneSpaced = (sentence: string) => sentence.replace(/\s+/g, ' ');

/** Small print, which runs to the end of its paragraph. */
export function isSmallPrint(sentence: string): boolean {
  return sentence.length < LONGEST_ADDED && SMALL_PRINT.test(oneSpaced(sentence));
}

/** One line that a program or a firm adds below a message. */
export function isAddedLine(sentence: string): boolean {
  if (sentence.length >= LONGEST_ADDED) return false;
  const line = oneSpaced(sentence);
  return ADDED_LINE.test(line) || FIRM.test(line);
}

/** Whether the line that begins here is marked as somebody else's words: `> You wrote …`. */
export function isQuotedLine(text: string, line_start: number): boolean {
  return /^[ \t]{0,3}>[> \t]*(?:[\p{L}\p{N}"'(*–—-]|\r?\n|$)/u.test(text.slice(line_start, line_start + 80));
}

/** Whether anything in a part of the text is not marked as quoted: where all is, it was passed on to be read. */
export function hasUnquoted(text: string, start: number, end: number): boolean {
  for (let line = start; line < end;) {
    const next = text.indexOf('\n', line);
    const until = next < 0 || next > end ? end : next;
    if (!isQuotedLine(text, line) && /[\p{L}\p{N}]/u.test(text.slice(line, until))) return true;
    line = until + 1;
  }
  return false;
}
