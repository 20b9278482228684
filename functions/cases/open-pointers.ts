import { fieldsOf } from '../../shared/forms/field.ts';
import { pointerTo } from '../../shared/forms/pointer.ts';
import type { JournalEvent } from '../../shared/ledger/journal-event.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { CaseEventSchema } from '../../shared/workflow/event.ts';
import { readEvent } from '../persistence/journal.ts';
import type { Tables } from '../persistence/tables.ts';
import type { System } from '../system.ts';

/** What may be changed in a returned case: what the correction notice named. */
export async function openPointers(
  { tables }: System,
  programme: Programme,
  caseId: string,
  version: number,
): Promise<readonly string[]> {
  const event = await correctionNotice(tables, caseId, version);
  const notice = event && CaseEventSchema.parse({ type: event.type, data: event.data });
  if (notice?.type !== 'correction-requested')
    throw new Error(`${caseId} v${version} is no correction notice`);
  const named = notice.data.items.map(({ path }) => path);
  return [...new Set([...named, ...sameByOtherName(programme, named)])];
}

/** The event the case was returned by: that of this version, unless its date has moved since. */
async function correctionNotice(
  tables: Tables,
  caseId: string,
  version: number,
): Promise<JournalEvent | undefined> {
  for (let seq = version; ; seq -= 1) {
    const event = await readEvent(tables, caseId, seq);
    if (event?.type !== 'due-date-moved') return event;
  }
}

/** A document slot that the form has a field for goes by two pointers; whoever names one means both. */
const sameByOtherName = ({ form }: Programme, named: readonly string[]): readonly string[] =>
  fieldsOf(form).flatMap((field) => {
    if (field.type !== 'document') return [];
    const [asField, asSlot] = [pointerTo(field.id), pointerTo('documents', field.slot)];
    return named.includes(asField) || named.includes(asSlot) ? [asField, asSlot] : [];
  });
