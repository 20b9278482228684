import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChain } from '../../functions/persistence/journal.ts';
import { accessChain } from '../../functions/persistence/keys.ts';
import { revealAnswer } from '../../functions/reviewer/reveal-answer.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import { eventHash } from '../../shared/ledger/journal-event.ts';
import { fillIn, submit } from '../support/filing.ts';
import { type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';

let county: InProcess;
let caseId: string;
const grant = gloveMakerGrant();
beforeAll(async () => {
  county = await startCounty();
  const applicant = county.as(person('applicant-gloves'));
  caseId = await fillIn(applicant, 'startup-grant', grant);
  await submit(applicant, caseId);
});
afterAll(() => county.stop());

const request = { path: '/legalRepresentativeId', reason: '与身份证原件核对。' };
const clerk = () => county.as(person('chengguan-reviewer-1'));

test('officials see names and mobiles to work with, and identifiers masked', async () => {
  const { answers } = await clerk()('getCase', { params: { caseId } });
  expect(answers.legalRepresentative).toBe(grant.legalRepresentative);
  expect(answers.mobile).toBe(grant.mobile);
  expect(answers.legalRepresentativeId).toMatchObject({ masked: expect.stringContaining('********') });
  expect(answers.account).toMatchObject({ masked: expect.stringContaining('****') });
  const text = JSON.stringify(answers);
  expect(text).not.toContain(String(grant.legalRepresentativeId));
  expect(text).not.toContain(String(grant.account));
});

test('one value is shown in full once the act and its reason are in the journal, without the value', async () => {
  expect(await clerk()('revealAnswer', { params: { caseId }, body: request })).toEqual({
    path: request.path,
    value: grant.legalRepresentativeId,
  });
  await county.as(person('auditor'))('revealAnswer', {
    params: { caseId },
    body: { ...request, path: '/account' },
  });
  const chain = await readChain(county.tables, accessChain(caseId));
  expect(chain.map(({ type, actor, data }) => [type, actor.id, data])).toEqual([
    ['answer-revealed', 'chengguan-reviewer-1', { revision: 1, ...request }],
    ['answer-revealed', 'auditor', { revision: 1, ...request, path: '/account' }],
  ]);
  expect(chain.map(({ previous }) => previous).slice(1)).toEqual([chain[0]?.hash]);
  expect(chain.every((event) => eventHash(event) === event.hash)).toBe(true);
  expect(JSON.stringify(chain)).not.toContain(String(grant.legalRepresentativeId));
});

test('what cannot be recorded is not shown', async () => {
  const { system } = county;
  const broken = { ...system, tables: { ...system.tables, journal: 'NoSuchTable' } };
  const actor = person('chengguan-reviewer-1');
  const asked = { actor, contact: {}, params: { caseId }, query: {}, body: request };
  await expect(revealAnswer(broken)(asked)).rejects.toThrow();
});

test('nobody reveals what is not there, or of a case they may not see', async () => {
  const elsewhere = county.as(person('guangfo-reviewer-1'));
  const before = (await readChain(county.tables, accessChain(caseId))).length;
  expect(await codeOf(elsewhere('revealAnswer', { params: { caseId }, body: request }))).toBe(
    'case-not-found',
  );
  expect(
    await codeOf(clerk()('revealAnswer', { params: { caseId }, body: { ...request, path: '/town' } })),
  ).toBe('not-found');
  expect(
    await codeOf(clerk()('revealAnswer', { params: { caseId }, body: { ...request, revision: 2 } })),
  ).toBe('not-found');
  expect(await readChain(county.tables, accessChain(caseId))).toHaveLength(before);
});

test('personal data stands in no key, no event and no head', async () => {
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
  const { client, registry, journal } = county.tables;
  const personal = ['legalRepresentative', 'legalRepresentativeId', 'mobile', 'account'].map((id) =>
    String(grant[id]),
  );
  for (const TableName of [registry, journal]) {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    // Files keep the names people gave them; the directory holds officials, who act under their own names.
    const kept = Items.filter(({ sk, pk }) => !/^doc#/.test(String(sk)) && !/^officers#/.test(String(pk)));
    const text = JSON.stringify(kept);
    for (const value of personal) expect(text).not.toContain(value);
  }
});
