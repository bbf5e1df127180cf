import { type Message, message } from '../shared/message';
import type { Reader } from './reader';

/** `46913221` -> `46.9M`: three digits say all that a reader compares. */
export function compactNumber(value: number, { locale }: Reader): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

/** `12345` -> `12,345`. */
export function plainNumber(value: number, { locale }: Reader): string {
  // Nothing to group: the tables of a locale take longer to load than all else that a status item needs.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return new Intl.NumberFormat(locale).format(value);
}

/** An ISO date, as precise as it is known: `2024-07-11` -> `Jul 11, 2024`, `2023-08` -> `Aug 2023`; other text stays. */
export function plainDate(date: string, { locale }: Reader): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? [];
  if (!year) return date;
  if (!month) return year;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  if (Number.isNaN(time)) return date;
  const style = day ? ({ dateStyle: 'medium' } as const) : ({ year: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(time);
}

/** How old a date is: `2 years`, `5 months`; null when less than a month or not a date. */
export function ageOf(date: string, { today }: Reader): Message | null {
  const months = monthsBetween(date, today);
  if (months === null || months < 1) return null;
  if (months < 2) return message('1 month old');
  if (months < 12) return message('{0} months old', months);
  if (months < 24) return message('1 year old');
  return message('{0} years old', Math.floor(months / 12));
}

function monthsBetween(from: string, to: string): number | null {
  const start = /^(\d{4})(?:-(\d\d))?/.exec(from);
  const end = /^(\d{4})-(\d\d)/.exec(to);
  if (!start || !end) return null;
  return (Number(end[1]) - Number(start[1])) * 12 + Number(end[2]) - Number(start[2] ?? 1);
}
