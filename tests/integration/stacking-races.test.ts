import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changeProfile } from '../../functions/enterprises/change-profile.ts';
import { enterEnterprise } from '../../functions/enterprises/enter-enterprise.ts';
import { readProfile } from '../../functions/persistence/enterprise.ts';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import type { ProfileCommand } from '../../shared/enterprises/profile-command.ts';
import type { RowAnswer } from '../../shared/forms/answers.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { readAwardCount } from '../support/award-count.ts';
import { type InProcess, person } from '../support/in-process.ts';
import {
  act,
  answerOf,
  answersOf,
  approve,
  atItsDecision,
  codeOfEnterprise,
  done,
  startRaceCounty,
  stillWaits,
} from '../support/race-county.ts';

vi.setConfig({ testTimeout: 300_000 });

let county: InProcess;
beforeAll(async () => {
  county = await startRaceCounty(90_000_000_000);
});
afterAll(() => county.stop());

const owner = person('applicant-gloves');
const officer = person('changan-supervisor');
const town = '610926108';

async function change(actor: Actor, enterprise: string, command: ProfileCommand) {
  const { version } = (await readProfile(county.tables, enterprise))!.profile;
  return changeProfile(county.system, actor, enterprise, { commandId: randomUUID(), version, command });
}

/** An enterprise with a branch that has a code of its own and still waits to be confirmed; the branch's id. */
async function withClaimedBranch(head: number, branch: number): Promise<string> {
  const enterprise = codeOfEnterprise(head);
  const entering = { commandId: randomUUID(), creditCode: enterprise, name: '总厂', town };
  done(await enterEnterprise(county.system, owner, entering));
  done(await change(officer, enterprise, { type: 'confirm-member', account: owner.id }));
  const adding = { name: '分厂', town, address: '双杨社区', creditCode: codeOfEnterprise(branch) };
  const { branches } = done(await change(owner, enterprise, { type: 'add-branch', ...adding }));
  return branches[0]!.id;
}
const confirm = (head: number, branch: string) =>
  change(officer, codeOfEnterprise(head), { type: 'confirm-branch', branch, findings: '执照载明' });

const counted = (number: number) => readAwardCount(county.tables, `race-grant:${codeOfEnterprise(number)}`);
/** 120,000 元 of the 200,000 one enterprise may have. */
const large = 12_000_000;
let numbers = 0;
const next = (): number => {
  numbers += 1;
  return numbers;
};
const wants = (enterprise: number, amount: number, people: readonly RowAnswer[] = []) =>
  atItsDecision(county, 'race-grant', {
    ...answersOf(enterprise, { wanted: amount, people }),
    site: `第 ${next()} 处`,
  });

describe('one cap for head office and branches', () => {
  test('a branch applies for what its head office is being given: exactly one has it', async () => {
    for (let round = 0; round < 40; round += 1) {
      const [head, branch] = [next(), next()];
      done(await confirm(head, await withClaimedBranch(head, branch)));
      const [one, other] = [await wants(head, large), await wants(branch, large)];
      const outcomes = await Promise.all([
        approve(county.system, one, large),
        approve(county.system, other, large),
      ]);
      const answers = outcomes.map(answerOf);
      expect(answers.toSorted()).toEqual(['done', 'enterprise-cap-reached']);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
        refusal: { params: { available: '80,000.00 元' } },
      });
      expect(await stillWaits(county, answers[0] === 'done' ? other : one)).toBe(true);
      expect([await counted(head), await counted(branch)]).toEqual([large, 0]);
    }
  });

  test('a branch is confirmed while it is given something: it counts with the head office all the same', async () => {
    for (let round = 0; round < 40; round += 1) {
      const [head, branch] = [next(), next()];
      const claimed = await withClaimedBranch(head, branch);
      const caseId = await wants(branch, large);
      const answers = (
        await Promise.all([approve(county.system, caseId, large), confirm(head, claimed)])
      ).map(answerOf);
      expect(answers).toEqual(['done', 'done']);
      expect([await counted(head), await counted(branch)]).toEqual([large, 0]);
    }
  });

  test('what is given back after a branch was confirmed leaves the head office’s count', async () => {
    const [head, branch] = [next(), next()];
    const claimed = await withClaimedBranch(head, branch);
    const caseId = await atItsDecision(county, 'race-notice', answersOf(branch, { wanted: large }));
    done(await approve(county.system, caseId, large));
    done(await confirm(head, claimed));
    const cap = `race-notice:${codeOfEnterprise(head)}`;
    expect(await readAwardCount(county.tables, cap)).toBe(large);
    done(await act(county.system, owner, caseId, 3, { type: 'withdraw' }));
    expect(await readAwardCount(county.tables, cap)).toBe(0);
  });
});

describe('a person is paid once', () => {
  const roster = (first: number, size: number): RowAnswer[] =>
    Array.from({ length: size }, (_, index) => ({ personId: fictionalPerson(first + index).residentId }));

  test('two rosters of more people than a transaction has items share one: exactly one is paid', async () => {
    for (let round = 0; round < 25; round += 1) {
      const first = 100_000 + round * 400;
      // The last of the one is the first of the other.
      const one = await wants(next(), 1000, roster(first, 150));
      const other = await wants(next(), 1000, roster(first + 149, 150));
      const outcomes = await Promise.all([
        approve(county.system, one, 1000),
        approve(county.system, other, 1000),
      ]);
      const answers = outcomes.map(answerOf);
      expect(answers.toSorted()).toEqual(['done', 'person-already-paid']);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { params: { count: 1 } } });
      expect(await stillWaits(county, answers[0] === 'done' ? other : one)).toBe(true);
    }
  });

  test('five rosters that overlap all around: nobody is on two that were paid', async () => {
    for (let round = 0; round < 8; round += 1) {
      const first = 200_000 + round * 2000;
      const lists = [0, 100, 200, 300, 400].map((offset) => roster(first + offset, 150));
      const cases = [];
      for (const list of lists) cases.push(await wants(next(), 1000, list));
      const answers = (await Promise.all(cases.map((caseId) => approve(county.system, caseId, 1000)))).map(
        answerOf,
      );
      const paid = lists
        .filter((_, index) => answers[index] === 'done')
        .flat()
        .map(({ personId }) => personId);
      expect(new Set(paid).size).toBe(paid.length);
      // Of each two neighbours one is refused; of all five, at least every second can be paid.
      expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThanOrEqual(2);
      expect(answers.every((answer) => ['done', 'person-already-paid'].includes(answer))).toBe(true);
    }
  });

  test('a full roster of five hundred is taken and given back as one', async () => {
    const people = roster(300_000, 500);
    const answers = answersOf(next(), { wanted: 1000, people });
    const caseId = await atItsDecision(county, 'race-notice', answers);
    done(await approve(county.system, caseId, 1000));
    const again = await wants(next(), 1000, people.slice(0, 30));
    expect(await approve(county.system, again, 1000)).toMatchObject({
      refusal: { code: 'person-already-paid', params: { count: 30 } },
    });
    done(await act(county.system, owner, caseId, 3, { type: 'withdraw' }));
    done(await approve(county.system, again, 1000));
  });
});
