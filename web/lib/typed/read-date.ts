import { dateOf, isDate } from '../../../shared/calendar/date.ts';

const written = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[ T]00:00(?::00)?)?$/u;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/** `2026-1-5`, `2026/01/05`, `2026.1.5`, `2026年1月5日`, `20260105` → `2026-01-05`; undefined for no real day. */
export function readDate(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const parts = written.exec(text) ?? compact.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** Day 25569 of a spreadsheet is 1970-01-01 (its day 60, 29 February 1900, never was). */
const epochSerial = 25_569;

/** A spreadsheet's day number → date. Days before March 1900 and after 2199 are taken for slips. */
export const dateOfSerial = (serial: number): string | undefined =>
  serial > 60 && serial < 110_000 ? dateOf(Math.floor(serial) - epochSerial) : undefined;
