import type { FieldError } from '../../../shared/api/errors.ts';
import { pointerLabel } from '../../../shared/letters/pointer-label.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import type { SummaryEntry } from '../../components/form/error-summary.tsx';
import type { Say } from '../../lib/i18n/use-text.ts';

/** Errors by the names people know: field, row, column. */
export const summaryEntries = (
  programme: Programme,
  errors: readonly FieldError[],
  say: Say,
): readonly SummaryEntry[] =>
  errors.map(({ path, message }) => ({ path, name: say(pointerLabel(programme, path)), message }));
