/** Days as people write them. */
import type { LocalDate } from '../../rules/days.ts';

const LONG = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-12-18` as `Friday 18 December 2026`. */
export function longDay(day: LocalDate): string {
  return LONG.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}
