import type { WorkingCalendar } from '../shared/calendar/working-calendar.ts';
import type { DataKey } from './persistence/data-key.ts';
import type { ProgrammeShelf } from './persistence/programme-shelf.ts';
import type { Tables } from './persistence/tables.ts';

/** What handlers work with. Made once per process, by compose.ts or by a test. */
export type System = {
  readonly tables: Tables;
  readonly programmes: ProgrammeShelf;
  /** Working days of Asia/Shanghai. */
  readonly calendar: WorkingCalendar;
  /** Unwrapped at first use, because not every function may. */
  readonly dataKey: () => Promise<DataKey>;
  /** Instant, UTC with milliseconds. */
  readonly now: () => string;
  /** 128 random bits as a UUID. */
  readonly newId: () => string;
};
