import * as z from 'zod';

/** China has kept UTC+8 without summer time since 1992, so a fixed offset is exact for our cases. */
const shanghaiOffsetMs = 8 * 3_600_000;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-23T01:02:03.004Z`. String order is time order. */
export const InstantSchema = z.iso.datetime({ precision: 3 });

const shanghaiClock = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiOffsetMs).toISOString();

/** The calendar day it is in Asia/Shanghai at this instant. */
export const dateInShanghai = (instant: string): string => shanghaiClock(instant).slice(0, 10);

/** The time of day in Asia/Shanghai, `HH:MM`. */
export const timeInShanghai = (instant: string): string => shanghaiClock(instant).slice(11, 16);

/** The first instant of a Shanghai day. */
export const startOfDayInstant = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - shanghaiOffsetMs).toISOString();

/** The last millisecond of a Shanghai day: a promise due on `date` is kept until then. */
export const endOfDayInstant = (date: string): string =>
  new Date(Date.parse(`${date}T23:59:59.999Z`) - shanghaiOffsetMs).toISOString();
