/** Dates as colleagues read them: London time, and due dates in words with working days left. */
import { londonDay, workingDaysBetween } from '../../rules/days.ts';

const LONDON = { timeZone: 'Europe/London' } as const;
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  ...LONDON,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const shortDayFormat = new Intl.DateTimeFormat('en-GB', { ...LONDON, weekday: 'short', day: 'numeric', month: 'short' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { ...LONDON, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `Tue 24 Nov 2026` */
export function dayWords(at: Date): string {
  return dayFormat.format(at).replace(',', '');
}

/** `Tue 24 Nov`, with the year only when it is not this one. */
export function shortDay(at: Date, now: Date): string {
  return (londonDay(at).slice(0, 4) === londonDay(now).slice(0, 4) ? shortDayFormat : dayFormat).format(at).replace(',', '');
}

/** `14:05`, London */
export function timeWords(at: Date): string {
  return timeFormat.format(at);
}

/** `Tue 24 Nov 2026 at 14:05` */
export function momentWords(at: Date): string {
  return `${dayWords(at)} at ${timeWords(at)}`;
}

/** When something came, as short as can be: `today 14:05`, `yesterday 09:00`, `Fri 20 Nov 16:20`. */
export function arrivedWords(at: Date, now: Date): string {
  const days = calendarDays(londonDay(at), londonDay(now));
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : shortDay(at, now);
  return `${day} ${timeWords(at)}`;
}

/** How long ago, for the person who came second: `just now`, `8 seconds ago`, `3 minutes ago`, else the moment. */
export function agoWords(at: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000));
  if (seconds < 2) return 'just now';
  if (seconds < 60) return plural(seconds, 'second') + ' ago';
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${plural(minutes, 'minute')} ago` : `on ${momentWords(at)}`;
}

export type Urgency = 'late' | 'today' | 'soon' | 'later';

export interface Due {
  /** `Late by 2 working days`, `Due today`, `Due in 3 working days`. */
  words: string;
  /** `Fri 27 Nov`, or with the time for clocks of hours: `Sun 28 Mar, 15:00`. */
  date: string;
  urgency: Urgency;
}

/** Beyond so many working days a due date is not pressing. */
const SOON_WORKING_DAYS = 2;

/**
 * A due date in words.
 * @param due_on last London day in time, or null for a clock of hours
 * @param due_at first instant that is too late
 * @source CLK-2, CLK-8
 */
export function dueWords(due_on: string | null, due_at: Date, now: Date): Due {
  return due_on === null ? dueInHours(due_at, now) : dueInDays(due_on, now);
}

function dueInDays(due_on: string, now: Date): Due {
  const today = londonDay(now);
  const date = shortDay(new Date(`${due_on}T12:00:00Z`), now);
  if (due_on === today) return { words: 'Due today', date, urgency: 'today' };
  const left = workingDaysBetween(today, due_on);
  if (due_on < today) {
    const late = Math.max(1, -left);
    return { words: `Late by ${plural(late, 'working day')}`, date, urgency: 'late' };
  }
  const urgency = left <= SOON_WORKING_DAYS ? 'soon' : 'later';
  if (calendarDays(today, due_on) === 1) return { words: 'Due tomorrow', date, urgency };
  return { words: left === 0 ? 'Due before the next working day' : `Due in ${plural(left, 'working day')}`, date, urgency };
}

function dueInHours(due_at: Date, now: Date): Due {
  const date = `${shortDay(due_at, now)}, ${timeWords(due_at)}`;
  const minutes = Math.round((due_at.getTime() - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const words = size < 90 ? plural(size, 'minute') : plural(Math.round(size / 60), 'hour');
  return minutes < 0 ? { words: `Late by ${words}`, date, urgency: 'late' } : { words: `Due in ${words}`, date, urgency: 'today' };
}

/** Whole calendar days from one London day to another. */
function calendarDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** `512 bytes`, `34 KB`, `2.1 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
