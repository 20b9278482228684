import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChain } from '../../functions/persistence/journal.ts';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { fillIn, submit } from '../support/filing.ts';
import { grantAnswers } from '../support/in-notice.ts';
import { type Caller, furnish, type InProcess, person, startInProcess } from '../support/in-process.ts';
import { codeOf, problemOf } from '../support/refusal.ts';
import { plainText } from '../support/table-dump.ts';

let county: InProcess;
let officer: Caller;
let first: string;
let second: string;
let unlike: string;

/** An applicant with everything of their own. */
const own = (number: number): Answers => {
  const { name, residentId, mobile } = fictionalPerson(60_000 + number);
  return grantAnswers(number, {
    legalRepresentative: name,
    legalRepresentativeId: residentId,
    mobile,
    account: `62220000000000${String(number).padStart(4, '0')}`,
    site: `第 ${number} 号厂房`,
  });
};
const file = async (who: string, answers: Answers): Promise<string> => {
  const call = county.as(person(who));
  const caseId = await fillIn(call, 'startup-grant', answers);
  await submit(call, caseId);
  return caseId;
};

beforeAll(async () => {
  county = await startInProcess();
  await furnish(county);
  officer = county.as(person('chengguan-reviewer-1'));
  const mine = own(1);
  first = await file('applicant-gloves', mine);
  // Another company and account, in another town; the same person, phone and address in other spelling.
  second = await file('applicant-toys', {
    ...own(2),
    legalRepresentativeId: mine.legalRepresentativeId!,
    mobile: mine.mobile!,
    town: '610926106',
  });
  unlike = await file('applicant-tea', own(3));
});
afterAll(() => county.stop());

const alike = async (call: Caller, caseId: string) =>
  (await call('listDuplicates', { params: { caseId } })).items.map((item) => [
    item.caseId,
    item.kinds.toSorted(),
  ]);

test('another company with the same person and phone is found, in whatever town', async () => {
  expect(await alike(officer, first)).toEqual([[second, ['mobile', 'resident-id']]]);
  expect(await alike(county.as(person('guangfo-reviewer-1')), second)).toEqual([
    [first, ['mobile', 'resident-id']],
  ]);
  expect(await alike(officer, unlike)).toEqual([]);
});

test('so are the same credit code, account and address, however it is written', async () => {
  const one = own(4);
  const caseId = await file('applicant-electronics', one);
  const sameCode = await file('applicant-tea', { ...own(5), creditCode: one.creditCode! });
  const samePlace = await file('applicant-tea', { ...own(6), account: one.account!, site: ' 第４号 厂房' });
  expect(await alike(officer, sameCode)).toEqual([[caseId, ['credit-code']]]);
  expect(await alike(officer, samePlace)).toEqual([[caseId, ['address', 'bank-account']]]);
});

test('side by side, personal data stays masked and still shows whether it is the same', async () => {
  const pair = { caseId: first, other: second };
  const { fields, theirs, sameFiles } = await officer('compareDuplicate', { params: pair });
  const by = new Map(fields.map(({ field, ...rest }) => [field.id, rest]));
  expect(theirs).toMatchObject({ caseId: second, town: '610926106' });
  expect(by.get('legalRepresentativeId')).toMatchObject({ same: true });
  expect(by.get('legalRepresentativeId')?.mine).toMatch(/^610999\*{8}/);
  expect(by.get('account')).toMatchObject({ same: false });
  expect(by.get('creditCode')).toMatchObject({ same: false, theirs: fictionalCreditCode(3002) });
  expect(by.get('town')).toMatchObject({ mine: '610926100', theirs: '610926106', same: false });
  expect(JSON.stringify(fields)).not.toContain(own(1).mobile);
  // Both applicants of these tests hand in the very same files.
  expect(sameFiles.length).toBeGreaterThan(0);
  const read = (await readChain(county.tables, `access:${second}`)).at(-1);
  expect(read).toMatchObject({
    actor: { id: 'chengguan-reviewer-1' },
    data: { view: 'duplicate', of: first },
  });
});

test('only a case that looks alike can be looked at this way', async () => {
  expect(await codeOf(officer('compareDuplicate', { params: { caseId: first, other: unlike } }))).toBe(
    'not-found',
  );
  const elsewhere = county.as(person('laoxian-reviewer-1'));
  expect(await codeOf(elsewhere('compareDuplicate', { params: { caseId: first, other: second } }))).toBe(
    'case-not-found',
  );
});

test('what was found is recorded once, in a chain of the pair, and stands beside both', async () => {
  const decide = (
    call: Caller,
    version: number,
    verdict: 'same' | 'unrelated',
    commandId: string = randomUUID(),
  ) =>
    call('decideOnDuplicate', {
      params: { caseId: first, other: second },
      body: { commandId, version, verdict, findings: '同一负责人开办的两家公司，厂点不同。' },
    });
  const commandId = randomUUID();
  const decided = await decide(officer, 0, 'unrelated', commandId);
  expect(decided).toMatchObject({ version: 1, verdict: 'unrelated', by: 'chengguan-reviewer-1' });
  expect(await decide(officer, 0, 'unrelated', commandId)).toEqual(decided);
  expect(await problemOf(decide(county.as(person('chengguan-supervisor')), 0, 'same'))).toMatchObject({
    code: 'stale-version',
    current: { verdict: 'unrelated' },
  });
  await decide(county.as(person('chengguan-supervisor')), 1, 'same');

  const seen = await county.as(person('guangfo-reviewer-1'))('listDuplicates', {
    params: { caseId: second },
  });
  expect(seen.items[0]?.decision).toMatchObject({ version: 2, verdict: 'same' });
  const chain = await readChain(county.tables, `duplicate:${[first, second].toSorted().join(':')}`);
  expect(chain.map(({ type, seq, actor }) => [type, seq, actor.id])).toEqual([
    ['duplicate-decided', 1, 'chengguan-reviewer-1'],
    ['duplicate-decided', 2, 'chengguan-supervisor'],
  ]);
});

test('what is compared lies in the tables only as keyed hashes', async () => {
  const stored = await plainText(county.tables);
  const { legalRepresentativeId, mobile, account } = own(1);
  for (const value of [legalRepresentativeId, mobile, account]) expect(stored).not.toContain(value);
  expect(stored).toContain('likeness#resident-id#');
});
