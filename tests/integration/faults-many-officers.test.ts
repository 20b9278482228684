import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateAfter } from '../../functions/cases/repeated-command.ts';
import { readHead } from '../../functions/persistence/head.ts';
import { readChain } from '../../functions/persistence/journal.ts';
import { ApiProblem } from '../../shared/api/client.ts';
import { verifyChain } from '../../shared/ledger/case-chain.ts';
import { applicationActs } from '../support/county-acts.ts';
import { type InProcess, person, startCounty } from '../support/in-process.ts';
import { checklistOf, type ReviewerCommand } from '../support/reviewing.ts';

/**
 * Every officer of a town at the same few cases at once, each doing whatever comes to mind on the version they saw
 * last. What each was told, and what the journal holds, can be explained as one order of acts.
 */
const officers = [
  'chengguan-reviewer-1',
  'chengguan-reviewer-2',
  'chengguan-supervisor',
  'human-resources-reviewer-1',
  'human-resources-supervisor',
  'county-leader',
] as const;
const caseCount = 4;
const triesEach = 25;

let county: InProcess;
const cases: string[] = [];
let checklists: Readonly<Record<string, string[]>>;
beforeAll(async () => {
  county = await startCounty(50_000_000_000);
  for (let number = 0; number < caseCount; number += 1) {
    for await (const { name, send, chain } of applicationActs(county, number, 'refused')) {
      await send();
      if (name !== 'submit' || chain === undefined) continue;
      cases.push(chain);
      break;
    }
  }
  const clerk = county.as(person(officers[0]));
  const { programme } = await clerk('getProgramme', { params: { programmeId: 'startup-grant' } });
  checklists = Object.fromEntries(
    programme.stages.map(({ id, checklist }) => [id, checklist.map((item) => item.id)]),
  );
  expect(await checklistOf(clerk, cases[0] ?? '')).toEqual(checklists.acceptance);
});
afterAll(() => county.stop());

/** What might come to mind at a stage, whoever may do it. */
function whim(stage: string, nth: number): ReviewerCommand {
  const checklist = checklists[stage] ?? [];
  const judged = { amount: 10_000_000, reason: '经审核，符合规定。', checklist };
  const anywhere: readonly ReviewerCommand[] = [
    { type: 'claim' },
    { type: 'release' },
    { type: 'extend-clock', reason: '道路中断，无法到厂。' },
  ];
  const there: Readonly<Record<string, readonly ReviewerCommand[]>> = {
    acceptance: [{ type: 'claim' }, { type: 'accept', checklist }],
    'town-review': [
      { type: 'claim' },
      {
        type: 'record-visit',
        visitedOn: '2026-11-23',
        findings: '与申请一致。',
        agreesWithApplication: true,
      },
      { type: 'confirm-visit' },
      { type: 'recommend', opinion: 'support', ...judged },
    ],
  };
  const all = [...anywhere, ...(there[stage] ?? [{ type: 'approve', ...judged } as const])];
  return all[nth % all.length]!;
}

type Told = { readonly commandId: string; readonly version: number; readonly status: string };

test('all of it is explained by one order of acts', async () => {
  const told = new Map<string, Told[]>(cases.map((caseId) => [caseId, []]));
  const refusedIds = new Map<string, string[]>(cases.map((caseId) => [caseId, []]));
  let random = 7;
  const next = (below: number): number => {
    random = (random * 48_271) % 2_147_483_647;
    return random % below;
  };
  await Promise.all(
    officers.map(async (officer) => {
      const call = county.as(person(officer));
      for (let attempt = 0; attempt < triesEach; attempt += 1) {
        const caseId = cases[next(caseCount)]!;
        const page = await call('getCase', { params: { caseId } });
        const commandId = crypto.randomUUID();
        const command = whim(page.stage?.id ?? '', next(100));
        const body = { commandId, version: page.version, command };
        await call('actOnCase', { params: { caseId }, body }).then(
          ({ version, status }) => told.get(caseId)!.push({ commandId, version, status }),
          (error: unknown) => {
            if (!(error instanceof ApiProblem)) throw error;
            expect(error.problem.status, error.problem.code).toBeLessThan(500);
            refusedIds.get(caseId)!.push(commandId);
          },
        );
      }
    }),
  );

  let acts = 0;
  for (const caseId of cases) {
    const events = await readChain(county.tables, caseId);
    acts += events.length;
    expect(verifyChain(events)).toMatchObject({ ok: true });
    // Whoever was told of success finds their act at the place they were told of, and nobody else’s is there.
    const acknowledged = told.get(caseId)!.toSorted((a, b) => a.version - b.version);
    expect(events.slice(1).map(({ seq, commandId }) => ({ version: seq, commandId }))).toEqual(
      acknowledged.map(({ version, commandId }) => ({ version, commandId })),
    );
    for (const { version, status } of acknowledged) {
      expect(stateAfter(events.slice(0, version))?.status).toBe(status);
    }
    // Whoever was refused left nothing.
    const kept = new Set(events.map(({ commandId }) => commandId));
    expect(refusedIds.get(caseId)!.filter((commandId) => kept.has(commandId))).toEqual([]);
    expect((await readHead(county.tables, caseId))?.state).toEqual(stateAfter(events));
  }
  // Enough of them got through for this to say anything.
  expect(acts).toBeGreaterThan(caseCount * 2);
});
