import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeSystem } from '../../functions/compose.ts';
import { composeDataKey } from '../../functions/compose-data-key.ts';
import { countyProgrammes } from '../../infra/local/demo/county-programmes.ts';
import {
  gloveMaker,
  gloveMakerGrant,
  gloveMakerPremises,
  gloveMakerRainDew,
  gloveMakerSkills,
} from '../../infra/local/demo/glove-maker.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import type { Call } from '../../shared/api/client.ts';
import type { Answers, RowAnswer } from '../../shared/forms/answers.ts';
import { fieldsOf, type TableField } from '../../shared/forms/field.ts';
import { trainingSubsidy } from '../../shared/programmes/county/training-subsidy.ts';
import { readFile } from '../../web/lib/spreadsheet/read-file.ts';
import { readRows } from '../../web/lib/spreadsheet/read-rows.ts';
import { fillIn, submit } from '../support/filing.ts';
import { addFloor, openCountyFunds } from '../support/in-process.ts';
import { approveAs, passTown, type TownDesk } from '../support/reviewing.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

/**
 * The county's own record, through the real API with real tokens and uploads: one glove maker, three years
 * without rent, a startup grant on two legal bases, Rain-Dew training for 200 and skills training for 175.
 */
let running: RunningSystem;
let applicant: Call;
let town: TownDesk;
let floor: string;

beforeAll(async () => {
  running = await startRunningSystem();
  const { settings, stores } = running.system.surroundings;
  const system = composeSystem(settings, stores, composeDataKey(settings, stores), running.clock.now);
  for (const document of countyProgrammes) {
    await running.callAs('policy-officer')('publishProgramme', { body: { document } });
  }
  for (const { id } of demoPeople.filter(({ office }) => office !== undefined))
    await running.callAs(id)('getMe');
  await openCountyFunds({ system });
  floor = await addFloor({ system }, 'phase-2', 2_000_00);
  applicant = running.callAs('applicant-gloves');
  town = [
    running.callAs('chengguan-reviewer-1'),
    running.callAs('chengguan-reviewer-2'),
    running.callAs('chengguan-supervisor'),
  ];
}, 120_000);
afterAll(() => running.stop());

const today = () => running.clock.now().slice(0, 10);
const leader = () => running.callAs('county-leader');

/** Files it, takes it through both reviews and, where the amount asks for it, the joint meeting. */
async function granted(programmeId: string, answers: Answers, bureau: string): Promise<string> {
  const caseId = await fillIn(applicant, programmeId, answers);
  await submit(applicant, caseId);
  await passTown(town, caseId, today());
  await approveAs(running.callAs(bureau), caseId);
  const { status } = await leader()('getCase', { params: { caseId } });
  if (status === 'under-review') await approveAs(leader(), caseId);
  running.clock.forward(1 / 24);
  return caseId;
}

/** Lets the public notice run out: the clock closes it. */
async function noticeOver(caseId: string): Promise<void> {
  running.clock.forward(20);
  await running.system.runBackground('clock');
  expect((await applicant('getApplication', { params: { caseId } })).status).toBe('approved');
}

const termsOf = async (caseId: string): Promise<Record<string, unknown>> => {
  const { explanation } = await leader()('getCase', { params: { caseId } });
  // Every term says what it is and how it was reckoned.
  expect(explanation.terms.every(({ label, expression }) => label.zh && label.en && expression)).toBe(true);
  return Object.fromEntries(explanation.terms.map(({ name, value }) => [name, value]));
};

test('three years’ rent of a site: 36 months', async () => {
  const caseId = await granted(
    'rent-free-premises',
    gloveMakerPremises(floor, today()),
    'poverty-relief-reviewer-1',
  );
  expect(await termsOf(caseId)).toMatchObject({ months: 36 });
  const { letters } = await applicant('getApplication', { params: { caseId } });
  expect(
    letters
      .at(-1)
      ?.paragraphs.map(({ zh }) => zh)
      .join(),
  ).toContain('2,000 平方米');
});

test('a startup grant of 100,000 元 on two legal bases', async () => {
  const caseId = await granted('startup-grant', gloveMakerGrant(), 'human-resources-reviewer-1');
  const { amount, answers } = await applicant('getApplication', { params: { caseId } });
  expect(amount).toEqual({ computed: 10_000_000, proposed: 10_000_000, approved: 10_000_000 });
  expect(answers).toMatchObject({ citedBases: ['interim-measures', 'investment-agreement'] });
  expect(await termsOf(caseId)).toMatchObject({ requested: 10_000_000, cap: 10_000_000, grant: 10_000_000 });
});

const roster = fieldsOf(trainingSubsidy.form).find(
  (field): field is TableField => field.type === 'table' && field.id === 'trainees',
)!;

/** The roster as the training school keeps it: a spreadsheet saved as text, with the form’s headings. */
function rosterFile(rows: readonly RowAnswer[]): Blob {
  const shown = (id: string, value: RowAnswer[string] | undefined): string => {
    const column = roster.columns.find((candidate) => candidate.id === id);
    if (column?.type === 'percentage') return String(Number(value) / 100);
    if (column?.type === 'yes-no') return value ? '是' : '否';
    if (column?.type === 'choice')
      return column.options.find((option) => option.value === value)?.label.zh ?? '';
    return String(value ?? '');
  };
  const lines = [
    roster.columns.map(({ label }) => label.zh),
    ...rows.map((row) => roster.columns.map(({ id }) => shown(id, row[id]))),
  ];
  return new Blob([lines.map((cells) => cells.join(',')).join('\n')], { type: 'text/csv' });
}

/** Reads the roster file as the portal does, and files what it says. */
async function trained(answers: Answers, bureau: string): Promise<{ caseId: string; people: number }> {
  const rows = answers.trainees as readonly RowAnswer[];
  const read = readRows(roster, await readFile(rosterFile(rows)));
  expect([read.unread, read.missing]).toEqual([[], []]);
  expect(read.rows).toEqual(rows);
  return {
    caseId: await granted('training-subsidy', { ...answers, trainees: read.rows }, bureau),
    people: read.rows.length,
  };
}

test('Rain-Dew training for 200 people: 200,000 元', async () => {
  const { caseId, people } = await trained(gloveMakerRainDew(), 'poverty-relief-reviewer-1');
  expect(people).toBe(200);
  expect(await termsOf(caseId)).toMatchObject({ qualified: 200, rate: 100_000, reckoned: 20_000_000 });
  expect((await applicant('getApplication', { params: { caseId } })).amount?.approved).toBe(20_000_000);
  // One live application per programme and site: the next training waits until this one is an award.
  await noticeOver(caseId);
});

test('skills training for 175 people, decided by the other bureau: 87,500 元', async () => {
  const { caseId, people } = await trained(gloveMakerSkills(), 'human-resources-reviewer-1');
  expect(people).toBe(175);
  expect(await termsOf(caseId)).toMatchObject({ qualified: 175, rate: 50_000, reckoned: 8_750_000 });
  expect((await applicant('getApplication', { params: { caseId } })).amount?.approved).toBe(8_750_000);
});

test('the decision history says who decided what, when, on what basis', async () => {
  const auditor = running.callAs('auditor');
  await running.system.runBackground('sealer');
  const { items } = await auditor('listDecisions', {
    query: { enterprise: gloveMaker.creditCode, outcome: 'approved', from: '2026-11-01', order: 'oldest' },
  });
  const last = items.filter(({ event }) => event === 'application-approved');
  expect(last.map(({ programme, amount, office, officer }) => [programme, amount, office, officer])).toEqual([
    ['rent-free-premises', expect.any(Number), 'county-office', 'county-leader'],
    ['startup-grant', 10_000_000, 'county-office', 'county-leader'],
    ['training-subsidy', 20_000_000, 'county-office', 'county-leader'],
    ['training-subsidy', 8_750_000, 'county-office', 'county-leader'],
  ]);
  // One enterprise in several programmes: lawful here, and something an auditor wants to see.
  expect(last.map(({ findings }) => findings.includes('other-programme-too'))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  const [rent] = last;
  const page = await leader()('getCase', { params: { caseId: rent?.caseId ?? '' } });
  expect(page.explanation.rules.every(({ basis }) => basis.zh && basis.en)).toBe(true);
  expect(page.history.map(({ type, actor }) => [type, actor.name ?? actor.id])).toContainEqual([
    'application-approved',
    '邓明远',
  ]);
});
