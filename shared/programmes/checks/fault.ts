import type { FieldError } from '../../api/errors.ts';
import { pointerTo } from '../../forms/pointer.ts';
import { text } from '../../language/text.ts';

export type Path = readonly (string | number)[];

/** What kind of thing is wrong with a programme document. */
export type FaultCode =
  | 'shape'
  | 'duplicate'
  | 'reserved-name'
  | 'unknown-reference'
  | 'wrong-kind'
  | 'expression'
  | 'unused'
  | 'unreachable'
  | 'no-way-out'
  | 'out-of-range';

/** One fault of a document, for the policy officer who wrote it. `path` leads to what has to be changed. */
export const fault = (path: Path, code: FaultCode, zh: string, en: string): FieldError => ({
  path: pointerTo(...path),
  code,
  message: text(zh, en),
});
