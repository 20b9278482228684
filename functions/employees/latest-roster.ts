import { rosterFieldOf } from '../../shared/employees/job-figures.ts';
import type { ProtectedAnswers, Secrets } from '../../shared/forms/answers.ts';
import type { TableField } from '../../shared/forms/field.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { CaseState } from '../../shared/workflow/state.ts';
import type { DataKey } from '../persistence/data-key.ts';
import { readReports } from '../persistence/report.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';

/** A roster as filed: with the latest report that has one, or with the application. */
export type Roster = {
  readonly at: string;
  /** Where it stands among the answers. */
  readonly field: TableField;
  readonly answers: ProtectedAnswers;
  readonly secrets: (dataKey: DataKey) => Secrets;
};

/** Who was said to work at a factory last; undefined where its programme asks for no roster. */
export async function latestRoster(
  { tables }: System,
  { caseId, revision: filed }: Pick<CaseState, 'caseId' | 'revision'>,
  programme: Programme,
): Promise<Roster | undefined> {
  const rosterOf = (obligation: string): TableField | undefined => {
    const form = programme.obligations.find(({ id }) => id === obligation)?.form;
    return form && rosterFieldOf(form);
  };
  const report = (await readReports(tables, caseId)).findLast((one) => rosterOf(one.obligation));
  const reported = report && rosterOf(report.obligation);
  if (report && reported) return { ...report, field: reported };
  const field = rosterFieldOf(programme.form);
  return field && { ...(await readRevision(tables, caseId, filed)), field };
}
