import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { EmployeeNote } from '../../shared/employees/employee.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { keepsPremisesOf } from '../../shared/premises/keeping.ts';
import { untilSettled } from '../cases/act-on-case.ts';
import { noteWrite, readNote } from '../persistence/employee-note.ts';
import { eventWrite } from '../persistence/journal.ts';
import { employeeChain } from '../persistence/keys.ts';
import { commit } from '../persistence/transaction.ts';
import { nextEvent, wasMade } from '../registers/change.ts';
import type { System } from '../system.ts';
import { employeesOf } from './register.ts';

type Noted = {
  readonly commandId: string;
  /** Of the note that was seen; 0 for the first. */
  readonly version: number;
  readonly note: EmployeeNote;
};
type Kept = { readonly version: number; readonly note: EmployeeNote };

/**
 * A town officer notes household, cause and measures of somebody on its register; every change is an event. The
 * event names the person by keyed hash and that something was noted, never what: a household's troubles are not
 * for a log that is never erased.
 * Refuses with `outside-your-town`, `not-found` for whoever is on no roster, `stale-version`.
 */
export const noteEmployee = (
  system: System,
  actor: Actor,
  town: string,
  person: string,
  { commandId, version, note }: Noted,
): Promise<Outcome<Kept>> =>
  untilSettled(async () => {
    const { tables } = system;
    if (!keepsPremisesOf(actor, town)) return refuse('outside-your-town');
    const before = await readNote(tables, town, person);
    const chain = employeeChain(town, person);
    if ((before?.version ?? 0) !== version) {
      const repeated = before && (await wasMade(system, actor, chain, version, commandId));
      return repeated
        ? accept({ version: before.version, note: before.note })
        : refuse('stale-version', { current: { version: before?.version ?? 0, note: before?.note } });
    }
    if (before === undefined && !(await employeesOf(system, town)).some((line) => line.person === person)) {
      return refuse('not-found');
    }
    const event = nextEvent(system, actor, chain, before, {
      type: 'employee-noted',
      commandId,
      data: { household: note.household },
    });
    const kept = { version: version + 1, hash: event.hash, note };
    const saved = await commit(tables, [noteWrite(tables, town, person, kept), eventWrite(tables, event)]);
    return saved.ok ? accept({ version: kept.version, note }) : 'moved';
  });
