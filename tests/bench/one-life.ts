import { randomUUID } from 'node:crypto';
import type { InputOf } from '../../shared/api/client.ts';
import type { Caller } from '../support/in-process.ts';
import { benchAnswers, benchProgramme } from './bench-programme.ts';

type ReviewerCommand = NonNullable<InputOf<'actOnCase'>['body']>['command'];

/** Answers the client of a person. */
export type As = (personId: string) => Caller;

const checklist = (stage: string): string[] =>
  (benchProgramme.stages.find(({ id }) => id === stage)?.checklist ?? []).map(({ id }) => id);

/** Changing acts of a case after it was handed in. */
export const reviewActs = 8;

/**
 * A case from draft to decision and its history: start, three autosaves, submit, accept, town review by two, the
 * bureau's approval, and reading it all back. Fourteen calls.
 */
export async function oneLife(as: As, number: number, today: string): Promise<void> {
  const applicant = as('applicant-gloves');
  const { caseId, draftVersion } = await applicant('startApplication', {
    body: { commandId: randomUUID(), programmeId: benchProgramme.id },
  });
  const params = { caseId };
  const all = benchAnswers(number);
  const third = Math.ceil(Object.keys(all).length / 3);
  for (const saved of [1, 2, 3]) {
    const answers = Object.fromEntries(Object.entries(all).slice(0, third * saved));
    await applicant('saveDraft', { params, body: { draftVersion: draftVersion + saved - 1, answers } });
  }
  const declaration = { version: benchProgramme.declaration.version, agreed: true } as const;
  let { version } = await applicant('actOnApplication', {
    params,
    body: { commandId: randomUUID(), version: 0, command: { type: 'submit', declaration } },
  });
  const act = async (personId: string, command: ReviewerCommand): Promise<void> => {
    const body = { commandId: randomUUID(), version, command };
    ({ version } = await as(personId)('actOnCase', { params, body }));
  };
  await act('chengguan-reviewer-1', { type: 'claim' });
  await act('chengguan-reviewer-1', { type: 'accept', checklist: checklist('acceptance') });
  await act('chengguan-reviewer-2', { type: 'claim' });
  await act('chengguan-reviewer-2', {
    type: 'record-visit',
    visitedOn: today,
    findings: '厂房、设备和在岗人数与申请内容一致。',
    agreesWithApplication: true,
  });
  await act('chengguan-supervisor', { type: 'confirm-visit' });
  const judged = { amount: 1_000_000, reason: '情况属实，建议支持。' };
  await act('chengguan-reviewer-2', {
    type: 'recommend',
    opinion: 'support',
    ...judged,
    checklist: checklist('town-review'),
  });
  await act('human-resources-reviewer-1', { type: 'claim' });
  await act('human-resources-reviewer-1', {
    type: 'approve',
    ...judged,
    checklist: checklist('bureau-review'),
  });
  await applicant('getApplication', { params });
}
