/** Says in words what an invitation holds, so that one without a letter around it is not empty. */
import { cleanText } from './charset.ts';

const WANTED: Record<string, string> = { SUMMARY: '', DTSTART: 'When: ', LOCATION: 'Where: ', DESCRIPTION: '', COMMENT: '' };
const MAX_LENGTH = 200_000;
const MAX_EVENTS = 20;

/** The words of the events: summary, when, where, description and comment, in that order. */
export function calendarWords(ics: string): string {
  const lines = cleanText(ics.slice(0, MAX_LENGTH))
    .replace(/\n[ \t]/g, '')
    .split('\n');
  const events: string[] = [];
  let told: Map<string, string> | null = null;
  let inner = 0;
  for (const line of lines) {
    if (/^BEGIN:(?:VEVENT|VTODO|VJOURNAL)\s*$/i.test(line)) told = new Map();
    else if (/^BEGIN:/i.test(line)) inner++;
    else if (/^END:(?:VEVENT|VTODO|VJOURNAL)\s*$/i.test(line)) {
      if (told && events.length < MAX_EVENTS) events.push(inWords(told));
      told = null;
    } else if (/^END:/i.test(line)) inner--;
    else if (told) note(told, line, inner);
  }
  // A file cut off before its end still has words.
  if (told) events.push(inWords(told));
  return events.filter((words) => words !== '').join('\n\n');
}

function note(told: Map<string, string>, line: string, inner: number): void {
  const { name, params, value } = cutLine(line.slice(0, 50_000));
  // Alarms within an event have descriptions of their own; a calendar's outer level is 1.
  if (inner > 1 || !(name in WANTED) || told.has(name)) return;
  const zone = /TZID=([^;:"]{1,60})/i.exec(params)?.[1];
  told.set(name, name === 'DTSTART' ? when(value, zone ?? null) : unescaped(value));
}

/** `NAME;PARAM="a:b":value`, cut at the first colon that stands in no quotes. */
function cutLine(line: string): { name: string; params: string; value: string } {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) {
      const [name = '', ...params] = line.slice(0, at).split(';');
      return { name: name.toUpperCase(), params: params.join(';').slice(0, 1_000), value: line.slice(at + 1) };
    }
  }
  return { name: '', params: '', value: '' };
}

function inWords(told: Map<string, string>): string {
  return Object.entries(WANTED)
    .map(([name, label]) => (told.get(name) ? `${label}${told.get(name) ?? ''}` : ''))
    .filter((line) => line !== '')
    .join('\n');
}

function when(value: string, zone: string | null): string {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?/.exec(value.trim());
  if (!found) return value.trim();
  const [, year, month, day, hour, minute, isUtc] = found;
  const time = hour ? ` ${hour}:${minute}${isUtc ? ' UTC' : zone ? ` (${zone})` : ''}` : '';
  return `${year}-${month}-${day}${time}`;
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter)).trim();
}
