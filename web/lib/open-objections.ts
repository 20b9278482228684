import type { HistoryEntryDto } from '../../shared/api/dto/case.ts';

/** Numbers of the objections that nobody has answered, from the history of a case. */
export function openObjections(history: readonly HistoryEntryDto[]): readonly number[] {
  const numbered = (types: readonly string[]) =>
    history.flatMap(({ type, data }) =>
      types.includes(type) && typeof data.objection === 'number' ? [data.objection] : [],
    );
  const answered = new Set(numbered(['objection-dismissed', 'objection-upheld']));
  return numbered(['objection-filed']).filter((number) => !answered.has(number));
}
