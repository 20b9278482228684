import { randomUUID } from 'node:crypto';
import type { InputOf } from '../../shared/api/client.ts';
import type { Caller } from './in-process.ts';

export type PaymentCommand = NonNullable<InputOf<'actOnPayment'>['body']>['command'];
export type SupervisionCommand = NonNullable<InputOf<'superviseAward'>['body']>['command'];
export type OwnAwardCommand = NonNullable<InputOf<'actOnOwnAward'>['body']>['command'];

/** One act of whoever pays on the award as it stands now. */
export async function pay(call: Caller, caseId: string, command: PaymentCommand) {
  const { version } = await call('getAward', { params: { caseId } });
  return call('actOnPayment', { params: { caseId }, body: { commandId: randomUUID(), version, command } });
}

/** One act of whoever watches over the award. */
export async function supervise(call: Caller, caseId: string, command: SupervisionCommand) {
  const { version } = await call('getAward', { params: { caseId } });
  return call('superviseAward', { params: { caseId }, body: { commandId: randomUUID(), version, command } });
}

/** One act of the enterprise on its award. */
export async function onOwnAward(
  call: Caller,
  caseId: string,
  command: OwnAwardCommand,
  answers?: Record<string, unknown>,
) {
  const { version } = await call('getOwnAward', { params: { caseId } });
  return call('actOnOwnAward', {
    params: { caseId },
    body: { commandId: randomUUID(), version, command, ...(answers && { answers }) },
  });
}

/** Everything that was allowed to follow, handed in. */
export async function supplyWhatIsOwed(
  call: Caller,
  caseId: string,
  upload: (slot: string) => Promise<unknown>,
) {
  const { owed } = await call('getOwnAward', { params: { caseId } });
  for (const { slot } of owed) await upload(slot);
  return onOwnAward(call, caseId, { type: 'supply-documents' });
}
