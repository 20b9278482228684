import * as z from 'zod';
import { DigestSchema } from '../../shared/ledger/digest.ts';
import { type CaseState, CaseStateSchema } from '../../shared/workflow/state.ts';
import { agendas, headKey } from './keys.ts';
import { type RawItem, readItem, type Tables } from './tables.ts';
import { type ConditionalWrite, commit, moved } from './transaction.ts';

const extras = {
  /** Hash of the event of this version: what the next event names as its predecessor. */
  hash: DigestSchema,
  /** Of that event: a retry whose sender has already seen the new version is recognised by it. */
  commandId: z.string(),
  /** Public information; kept here so that a list needs nothing else. */
  enterpriseName: z.string(),
  /** Instant from which the clock has something to do here; absent when nothing falls due by itself. */
  wake: z.string().optional(),
  /** The `since` of the calendar with which that was reckoned; absent for the data set's alone. */
  calendar: z.string().optional(),
};
const ExtrasSchema = z.object(extras);

/** The current state of a case, and what the next act on it needs. */
export type Head = z.infer<typeof ExtrasSchema> & { readonly state: CaseState };
export type Appointment = Pick<Head, 'wake' | 'calendar'>;

/**
 * State and extras lie side by side in the item, so that the worklist index (office, due and what a list
 * shows) is made of the state's own members.
 */
export function headOf({ pk: _pk, sk: _sk, agenda: _agenda, ...item }: RawItem): Head {
  const { hash, commandId, enterpriseName, wake, calendar, ...state } = item;
  return {
    ...ExtrasSchema.parse({ hash, commandId, enterpriseName, wake, calendar }),
    state: CaseStateSchema.parse(state),
  };
}

export async function readHead(tables: Tables, caseId: string): Promise<Head | undefined> {
  const item = await readItem(tables, headKey(caseId));
  return item && headOf(item);
}

/** Puts the new state in place of exactly the version it was decided on; 0 is the draft that was no case yet. */
export const headWrite = (tables: Tables, { state, ...rest }: Head, decidedOn: number): ConditionalWrite => ({
  action: {
    Put: {
      TableName: tables.registry,
      Item: {
        ...state,
        ...rest,
        ...(rest.wake !== undefined && { agenda: agendas.clock }),
        ...headKey(state.caseId),
      },
      ...(decidedOn === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': decidedOn },
          }),
    },
  },
  failure: () => moved,
});

/**
 * Changes nothing but the appointment, for when another calendar has come into force. A case that has moved
 * meanwhile has a new one already.
 */
export async function makeAppointment(
  tables: Tables,
  { state }: Head,
  { wake, calendar }: Appointment,
): Promise<void> {
  const change =
    wake === undefined
      ? 'SET calendar = :calendar REMOVE agenda, wake'
      : 'SET calendar = :calendar, agenda = :agenda, wake = :wake';
  const write: ConditionalWrite = {
    action: {
      Update: {
        TableName: tables.registry,
        Key: headKey(state.caseId),
        UpdateExpression: change,
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: {
          ':version': state.version,
          ':calendar': calendar,
          ...(wake !== undefined && { ':agenda': agendas.clock, ':wake': wake }),
        },
      },
    },
    failure: () => moved,
  };
  await commit(tables, [write]);
}
