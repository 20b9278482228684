import { randomUUID } from 'node:crypto';
import type { InputOf } from '../../shared/api/client.ts';
import type { Caller } from './in-process.ts';

export type ReviewerCommand = NonNullable<InputOf<'actOnCase'>['body']>['command'];

/** One act of an official on the case as it stands now. */
export async function act(
  call: Caller,
  caseId: string,
  command: ReviewerCommand,
  commandId: string = randomUUID(),
) {
  const { version } = await call('getCase', { params: { caseId } });
  return call('actOnCase', { params: { caseId }, body: { commandId, version, command } });
}

/** Every item of the checklist of the stage the case is at. */
export async function checklistOf(call: Caller, caseId: string): Promise<string[]> {
  const { programme, stage } = await call('getCase', { params: { caseId } });
  const published = await call('getProgramme', {
    params: { programmeId: programme.id },
    query: { version: programme.version },
  });
  const at = published.programme.stages.find(({ id }) => id === stage?.id);
  return (at?.checklist ?? []).map(({ id }) => id);
}

/** The town's three: two reviewers and the head of the office. */
export type TownDesk = readonly [first: Caller, second: Caller, head: Caller];

/** From submission to the town's opinion: accepted by one, visited by two, recommended by the second. */
export async function passTown(
  [first, second, head]: TownDesk,
  caseId: string,
  visitedOn: string,
  amount?: number,
) {
  await act(first, caseId, { type: 'claim' });
  await act(first, caseId, { type: 'accept', checklist: await checklistOf(first, caseId) });
  await act(second, caseId, { type: 'claim' });
  await act(second, caseId, {
    type: 'record-visit',
    visitedOn,
    findings: '厂房、设备和在岗人数与申请内容一致。',
    agreesWithApplication: true,
  });
  await act(head, caseId, { type: 'confirm-visit' });
  const { explanation } = await second('getCase', { params: { caseId } });
  return act(second, caseId, {
    type: 'recommend',
    opinion: 'support',
    amount: amount ?? explanation.amount,
    reason: '情况属实，建议支持。',
    checklist: await checklistOf(second, caseId),
  });
}

/** Approves what the rules reckon at the stage the case is at. */
export async function approveAs(call: Caller, caseId: string, amount?: number) {
  await act(call, caseId, { type: 'claim' });
  return act(call, caseId, await approval(call, caseId, amount));
}

export async function approval(call: Caller, caseId: string, amount?: number): Promise<ReviewerCommand> {
  const { explanation } = await call('getCase', { params: { caseId } });
  return {
    type: 'approve',
    amount: amount ?? explanation.amount,
    reason: '经审核，符合规定。',
    checklist: await checklistOf(call, caseId),
    ...(amount !== undefined && amount !== explanation.amount && { deviationReason: '按实际情况核定。' }),
  };
}
