/** Moves a message in time or to other people, as a whole, so that nothing between its facts changes. */
import type { TriageInput } from '../../rules/decision.ts';

/**
 * The message as it would read so many years later: the day of receipt, the history and every year that it names move together.
 * A year is four figures from 1980 to 2059, or the last two of `3/4/26`.
 */
export function moveYears(message: TriageInput, years: number): TriageInput {
  const later = <T extends Date | null>(at: T): T | Date => {
    if (at === null) return at;
    const moved = new Date(at);
    moved.setUTCFullYear(moved.getUTCFullYear() + years);
    return moved;
  };
  const moveText = (text: string) =>
    text
      .replace(/(?<![\d/£.,-])(?:19[89]|20[0-5])\d(?![\d,])/g, (year) => String(Number(year) + years))
      .replace(/\b(\d{1,2}[/.-]\d{1,2}[/.-])((?:19|20)?\d\d)\b(?![/.-]\d)/g, (_, day: string, year: string) => {
        const moved = Number(year) + years;
        return `${day}${String(moved).padStart(year.length, '0')}`;
      });
  return {
    ...message,
    received_at: later(message.received_at),
    subject: message.subject === null ? null : moveText(message.subject),
    text: moveText(message.text),
    history: message.history.map((earlier) => ({
      ...earlier,
      opened_at: later(earlier.opened_at),
      closed_at: later(earlier.closed_at),
      responded_at: later(earlier.responded_at),
      final_responded_at: later(earlier.final_responded_at),
      actions_completed_at: later(earlier.actions_completed_at),
      text: moveText(earlier.text),
    })),
  };
}

const OTHERS = ['Tamsin', 'Bolade', 'Enfys', 'Ruaridh'];

/** The same message from somebody of another name; unchanged where the writer's name is not known. */
export function renameWriter(message: TriageInput): TriageInput {
  const { name } = message.from;
  if (!name) return message;
  let text = message.text;
  let other = name;
  for (const [at, part] of name.split(/[^\p{L}]+/u).entries()) {
    if (part.length < 4 || /^(?:mrs|miss|cllr|councillor|office|the)$/i.test(part)) continue;
    const whole = new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'gu');
    text = text.replace(whole, OTHERS[at % OTHERS.length] ?? part);
    other = other.replace(whole, OTHERS[at % OTHERS.length] ?? part);
  }
  return { ...message, text, from: { ...message.from, name: other } };
}
