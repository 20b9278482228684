import type { CalendarAt } from './persistence/calendar-shelf.ts';
import type { DataKey } from './persistence/data-key.ts';
import type { ProgrammeShelf } from './persistence/programme-shelf.ts';
import type { Tables } from './persistence/tables.ts';

/** What handlers work with. Made once per process, by compose.ts or by a test. */
export type System = {
  readonly tables: Tables;
  readonly programmes: ProgrammeShelf;
  /** Working days of Asia/Shanghai as they are known at an instant. */
  readonly calendarAt: CalendarAt;
  /** Unwrapped at first use, because not every function may. */
  readonly dataKey: () => Promise<DataKey>;
  /** Instant, UTC with milliseconds. */
  readonly now: () => string;
  /** 128 random bits as a UUID. */
  readonly newId: () => string;
};
