import { randomUUID } from 'node:crypto';
import { equipmentWorth, startupGrantAnswers } from '../../infra/local/demo/applications.ts';
import { drawnDocument } from '../../infra/local/demo/drawn-document.ts';
import { fictionalFactory, siteIn } from '../../infra/local/demo/factory.ts';
import { fillIn, submit } from '../../infra/local/demo/filing.ts';
import type { InputOf } from '../../shared/api/client.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import type { PortalSystem } from './portal-system.ts';
import { approveAs } from './reviewing.ts';

type Command = NonNullable<InputOf<'actOnCase'>['body']>['command'];

const chengguan = '610926100';

const paper = (slot: string) => ({ name: `${slot}.png`, file: drawnDocument(slot.length) });

/** Complete answers to the startup grant, of the nth fictional factory in 城关镇. */
export const grantAnswers = (number: number): Answers =>
  startupGrantAnswers(
    { ...fictionalFactory(number), ...siteIn(chengguan, number) },
    {
      requested: 5_000_000,
      equipment: equipmentWorth(8_000_000, `2661${String(number).padStart(4, '0')}`),
      citedBases: ['interim-measures'],
      firstWorker: 20_000 + number * 100,
    },
  );

/** A startup grant as filled in but not handed in. */
export const draftGrant = (system: PortalSystem, applicant: string, number: number): Promise<string> =>
  fillIn(system.as(applicant), 'startup-grant', grantAnswers(number), paper);

/** A startup grant handed in at 城关镇. */
export async function fileGrant(system: PortalSystem, applicant: string, number: number): Promise<string> {
  const caseId = await draftGrant(system, applicant, number);
  await submit(system.as(applicant), caseId);
  return caseId;
}

/** The grant of one factory by a person who has filed for another: same resident ID and mobile. */
export async function fileLikeGrant(
  system: PortalSystem,
  applicant: string,
  number: number,
  like: number,
): Promise<string> {
  const answers: Answers = {
    ...grantAnswers(number),
    ...Object.fromEntries(
      Object.entries(grantAnswers(like)).filter(([id]) => ['legalRepresentativeId', 'mobile'].includes(id)),
    ),
  };
  const caseId = await fillIn(system.as(applicant), 'startup-grant', answers, paper);
  await submit(system.as(applicant), caseId);
  return caseId;
}

/** An official's act on the case as it stands. */
export async function act(
  system: PortalSystem,
  personId: string,
  caseId: string,
  command: Command,
): Promise<void> {
  const call = system.as(personId);
  const { version } = await call('getCase', { params: { caseId } });
  await call('actOnCase', { params: { caseId }, body: { commandId: randomUUID(), version, command } });
}

/** Every item of the checklist of the stage the case is at. */
export async function checklistOf(system: PortalSystem, personId: string, caseId: string): Promise<string[]> {
  const call = system.as(personId);
  const { programme, stage } = await call('getCase', { params: { caseId } });
  const published = await call('getProgramme', {
    params: { programmeId: programme.id },
    query: { version: programme.version },
  });
  return (published.programme.stages.find(({ id }) => id === stage?.id)?.checklist ?? []).map(({ id }) => id);
}

/** A startup grant accepted by the town's first reviewer, visited, and held by its second one. */
export async function readyToRecommend(
  system: PortalSystem,
  applicant: string,
  number: number,
): Promise<string> {
  const caseId = await fileGrant(system, applicant, number);
  const [first, second, head] = ['chengguan-reviewer-1', 'chengguan-reviewer-2', 'chengguan-supervisor'];
  await act(system, first!, caseId, { type: 'claim' });
  const checklist = await checklistOf(system, first!, caseId);
  await act(system, first!, caseId, { type: 'accept', checklist });
  await act(system, second!, caseId, { type: 'claim' });
  await act(system, second!, caseId, {
    type: 'record-visit',
    visitedOn: dateInShanghai(new Date().toISOString()),
    findings: '到厂查看设备和考勤，情况属实。',
    agreesWithApplication: true,
  });
  await act(system, head!, caseId, { type: 'confirm-visit' });
  return caseId;
}

/** The county's money for startup grants of this year: 1,000,000 元. */
export const openGrantFund = (system: PortalSystem) =>
  system.as('finance-officer-1')('openFund', {
    body: {
      commandId: randomUUID(),
      funder: 'county',
      programme: 'startup-grant',
      year: Number(dateInShanghai(new Date().toISOString()).slice(0, 4)),
      allocated: 100_000_000,
      reason: '年初预算',
    },
  });

/** Takes a grant that is ready to recommend through town, bureau and joint meeting into public notice; what it gets. */
export async function approveGrant(system: PortalSystem, caseId: string): Promise<number> {
  const { explanation } = await system.as('chengguan-reviewer-2')('getCase', { params: { caseId } });
  await act(system, 'chengguan-reviewer-2', caseId, {
    type: 'recommend',
    opinion: 'support',
    amount: explanation.amount,
    reason: '情况属实。',
    checklist: await checklistOf(system, 'chengguan-reviewer-2', caseId),
  });
  await approveAs(system.as('human-resources-reviewer-1'), caseId);
  await approveAs(system.as('county-leader'), caseId);
  return explanation.amount;
}
