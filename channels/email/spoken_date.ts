/** Reads a date as mail programs write it for people, in the languages of our residents; landlord's local time where no zone is told. */
import { Temporal } from 'temporal-polyfill';

const MONTHS: string[][] = [
  ['jan', 'ion', 'sty', 'січ', 'янв', 'ينا', 'كانون الثاني', 'ene', 'gen'],
  ['feb', 'chw', 'lut', 'лют', 'фев', 'فبر', 'شباط', 'fév', 'fev'],
  ['mar', 'maw', 'бер', 'мар', 'مار', 'آذار', 'mär', 'mrz', 'maa'],
  ['apr', 'ebr', 'kwi', 'кві', 'апр', 'أبر', 'ابر', 'نيسان', 'avr', 'abr'],
  ['may', 'mai', 'maj', 'тра', 'май', 'мая', 'ماي', 'أيار', 'mei', 'mag'],
  ['jun', 'meh', 'cze', 'чер', 'июн', 'يون', 'حزيران', 'juin', 'giu'],
  ['jul', 'gor', 'lip', 'лип', 'июл', 'يول', 'تموز', 'juil', 'lug'],
  ['aug', 'aws', 'sie', 'сер', 'авг', 'أغس', 'اغس', 'آب', 'aoû', 'ago'],
  ['sep', 'med', 'wrz', 'вер', 'сен', 'سبت', 'أيلول', 'set'],
  ['oct', 'hyd', 'paź', 'жов', 'окт', 'أكت', 'اكت', 'تشرين الأول', 'okt', 'ott', 'out'],
  ['nov', 'tach', 'lis', 'лист', 'ноя', 'نوف', 'تشرين الثاني'],
  ['dec', 'rhag', 'gru', 'груд', 'дек', 'ديس', 'كانون الأول', 'déc', 'dez', 'dic'],
];

/** @returns the instant, or null where day, month, year and time of day cannot all be read. */
export function parseSpokenDate(words: string | null): Date | null {
  if (words === null) return null;
  const text = words
    .slice(0, 300)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const day = findDay(text);
  const time = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]\.?\s?m\b\.?|yb|yh|ص|م(?!\p{L}))?/iu.exec(
    day ? text.slice(0, day.at) + ' '.repeat(day.length) + text.slice(day.at + day.length) : text,
  );
  if (!day || !time) return null;
  const half = (time[4] ?? '').toLowerCase().replace(/[^a-zصم]/g, '');
  const isAfternoon = half === 'pm' || half === 'yh' || half === 'م';
  let hour = Number(time[1]);
  if (half !== '' && hour <= 12) hour = (hour % 12) + (isAfternoon ? 12 : 0);
  try {
    const local = Temporal.PlainDateTime.from(
      { year: day.year, month: day.month, day: day.day, hour, minute: Number(time[2]), second: Number(time[3] ?? 0) },
      { overflow: 'reject' },
    );
    return new Date(local.toZonedDateTime(findZone(text.slice(time.index + time[0].length)) ?? 'Europe/London').epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null; // a 31st of February, or hour 25: not a date
    throw error;
  }
}

function findDay(text: string): { year: number; month: number; day: number; at: number; length: number } | null {
  const iso = /\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), at: iso.index, length: iso[0].length };
  const numeric = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)/.exec(text);
  if (numeric)
    return {
      year: Number(numeric[3]),
      month: Number(numeric[2]),
      day: Number(numeric[1]),
      at: numeric.index,
      length: numeric[0].length,
    };
  // 12 November 2026 and 12. listopada 2026; then November 12, 2026.
  for (const found of text.matchAll(
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|ain|fed|eg|af|il)?[.,]?\s+(?:de\s+|o\s+)?([\p{L}\p{M}]{3,20})\.?,?\s+(?:de\s+|of\s+)?((?:19|20)\d\d)/giu,
  )) {
    const month = findMonth(found[2] ?? '');
    if (month) return { year: Number(found[3]), month, day: Number(found[1]), at: found.index, length: found[0].length };
  }
  for (const found of text.matchAll(/([\p{L}\p{M}]{3,20})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)/giu)) {
    const month = findMonth(found[1] ?? '');
    if (month) return { year: Number(found[3]), month, day: Number(found[2]), at: found.index, length: found[0].length };
  }
  return null;
}

function findMonth(word: string): number | null {
  const plain = word.toLowerCase();
  // The longest beginning wins: `mar` is March and `maw` is, too, but `mai` and `maj` are May.
  let best = { length: 0, month: 0 };
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names)
      if (plain.startsWith(name) && name.length > best.length) best = { length: name.length, month: index + 1 };
  }
  return best.month === 0 ? null : best.month;
}

function findZone(rest: string): string | null {
  const offset = /^\s*(?:\(?(?:GMT|UTC)\s*)?([+-])(\d{2}):?(\d{2})\b/.exec(rest);
  if (offset) return `${offset[1]}${offset[2]}:${offset[3]}`;
  return /^\s*(?:\(?(?:GMT|UTC)\b|Z\b)/.test(rest) ? 'UTC' : null;
}
