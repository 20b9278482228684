import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Employee } from '../../shared/employees/employee.ts';
import { isProtectedValue, isRows, type ProtectedRow } from '../../shared/forms/answers.ts';
import { type TownAward, townAwards } from '../awards/town-awards.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import { concurrently } from '../persistence/concurrently.ts';
import type { DataKey } from '../persistence/data-key.ts';
import { readNotesOf } from '../persistence/employee-note.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';
import { latestRoster, type Roster } from './latest-roster.ts';

/**
 * Who works in the factories of a town, by the latest roster of each: nobody types it again, and whoever left
 * is off it with the next report. Names in full, resident IDs masked.
 */
export async function employeesOf(system: System, town: string): Promise<readonly Employee[]> {
  const dataKey = await system.dataKey();
  const [awards, notes] = await Promise.all([townAwards(system, town), readNotesOf(system.tables, town)]);
  const live = awards.filter(({ state }) => state.award !== 'closed');
  const rosters = await concurrently(live, async (award) => ({
    award,
    ...(await rosterOf(system, award)),
  }));
  // Two awards of one factory have one roster between them: the newer one.
  const factories = Map.groupBy(
    rosters.filter(({ roster }) => roster !== undefined),
    ({ award: { state } }) => `${state.enterprise} ${state.site}`,
  );
  return [...factories.values()].flatMap((filed) => {
    const [newest] = filed.toSorted((a, b) => ((a.roster?.at ?? '') > (b.roster?.at ?? '') ? -1 : 1));
    if (newest?.roster === undefined) return [];
    return linesOf(newest.roster, newest, dataKey).map((line) => {
      const kept = notes.get(line.person);
      return { ...line, version: kept?.version ?? 0, ...(kept && { note: kept.note }) };
    });
  });
}

/** The place as written, and the roster. */
async function rosterOf(
  system: System,
  { state }: TownAward,
): Promise<{ readonly place: string; readonly roster: Roster | undefined }> {
  const { programme } = await pinnedProgramme(system, state.programme);
  const [{ answers }, roster] = await Promise.all([
    readRevision(system.tables, state.caseId, state.revision),
    latestRoster(system, state, programme),
  ]);
  const named = answers[programme.keys.site];
  return { place: typeof named === 'string' ? named : '', roster };
}

type Line = Omit<Employee, 'version' | 'note'>;

function linesOf(
  { field, answers, secrets, at }: Roster,
  { award, place }: { readonly award: TownAward; readonly place: string },
  dataKey: DataKey,
): readonly Line[] {
  const plain = secrets(dataKey);
  const rows = answers[field.id];
  return (isRows(rows) ? rows : []).flatMap((row, index) => {
    const { residentId, startedOn, wage } = row;
    if (!isProtectedValue(residentId)) return [];
    return [
      {
        person: residentId.key,
        name: plain[`/${field.id}/${index}/name`] ?? nameIn(row),
        residentId: residentId.masked,
        enterpriseName: award.enterpriseName,
        place,
        caseId: award.state.caseId,
        asOf: dateInShanghai(at),
        ...(typeof startedOn === 'string' && { startedOn }),
        ...(typeof wage === 'number' && { wage }),
        poorHousehold: row.poorHousehold === true,
      },
    ];
  });
}

const nameIn = ({ name }: ProtectedRow): string =>
  isProtectedValue(name) ? name.masked : String(name ?? '');
