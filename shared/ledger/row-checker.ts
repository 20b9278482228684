import type { EndLine } from './export-file.ts';
import type { Fault, Verdict } from './faults.ts';

/** Takes an export's lines one by one, after the manifest. */
export type RowChecker = {
  /** What is wrong with the line; else the end line when it is that, or nothing. */
  readonly next: (line: string) => Verdict<EndLine | undefined>;
  /** What is missing when no row follows. */
  readonly end: () => Fault | undefined;
  /** Rows found sound so far. */
  readonly rows: () => number;
};
