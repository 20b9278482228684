import { randomUUID } from 'node:crypto';
import { equipmentWorth, startupGrantAnswers } from '../../infra/local/demo/applications.ts';
import { drawnDocument } from '../../infra/local/demo/drawn-document.ts';
import { fictionalFactory, siteIn } from '../../infra/local/demo/factory.ts';
import { fillIn, submit } from '../../infra/local/demo/filing.ts';
import type { InputOf } from '../../shared/api/client.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import type { PortalSystem } from './portal-system.ts';

type Command = NonNullable<InputOf<'actOnCase'>['body']>['command'];

export const chengguan = '610926100';

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
