import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import type { InputOf } from '../../shared/api/client.ts';
import { readAwardCount } from '../support/award-count.ts';
import { fillIn, submit } from '../support/filing.ts';
import { grantAnswers, intoNotice } from '../support/in-notice.ts';
import { type Caller, type InProcess, person, startCounty } from '../support/in-process.ts';
import { codeOf } from '../support/refusal.ts';
import { plainText } from '../support/table-dump.ts';

let county: InProcess;
let founder: Caller;
let partner: Caller;
let town: Caller;
const chengguan = '610926100';
const headCode = fictionalCreditCode(3101);
const branchCode = fictionalCreditCode(3102);
beforeAll(async () => {
  county = await startCounty();
  founder = county.as(person('applicant-gloves'));
  partner = county.as(person('applicant-toys'));
  town = county.as(person('chengguan-reviewer-1'));
});
afterAll(() => county.stop());

const enter = (call: Caller, creditCode = headCode) =>
  call('enterEnterprise', {
    body: { commandId: randomUUID(), creditCode, name: '平利县嘉鸿手套有限公司（演示）', town: chengguan },
  });
type Own = NonNullable<InputOf<'actOnEnterprise'>['body']>['command'];
type Official = NonNullable<InputOf<'decideOnProfile'>['body']>['command'];
const version = async () => (await town('getProfile', { params: { enterprise: headCode } })).profile.version;
const change = async (call: Caller, command: Own) =>
  call('actOnEnterprise', {
    params: { enterprise: headCode },
    body: { commandId: randomUUID(), version: await version(), command },
  });
const decide = async (call: Caller, command: Official) =>
  call('decideOnProfile', {
    params: { enterprise: headCode },
    body: { commandId: randomUUID(), version: await version(), command },
  });
const mine = async (call: Caller) => (await call('myEnterprises')).items;

test('what was stated once is filled in the next time, for whoever stated it and nobody else', async () => {
  const caseId = await fillIn(founder, 'startup-grant', { ...gloveMakerGrant(), creditCode: headCode });
  await submit(founder, caseId);
  const [known] = await mine(founder);
  expect(known).toMatchObject({ enterprise: headCode, part: 'applied', facts: { creditCode: headCode } });
  expect(await mine(partner)).toEqual([]);

  const started = await founder('startApplication', {
    body: { commandId: randomUUID(), programmeId: 'training-subsidy', enterprise: headCode },
  });
  const stated = gloveMakerGrant();
  for (const id of ['enterpriseName', 'legalRepresentativeId', 'mobile', 'bank', 'account', 'payee'])
    expect([id, started.answers[id]]).toEqual([id, stated[id]]);
  expect(started.answers.town).toBeUndefined();
  const stranger = await partner('startApplication', {
    body: { commandId: randomUUID(), programmeId: 'training-subsidy', enterprise: headCode },
  });
  expect(stranger.answers).toEqual({});
  const plain = await plainText(county.tables);
  for (const id of ['legalRepresentativeId', 'mobile', 'account']) expect(plain).not.toContain(stated[id]);
});

test('who may act for an enterprise, its town confirms; then they confirm each other', async () => {
  expect(await enter(founder)).toEqual({ enterprise: headCode, part: 'asked' });
  expect(await enter(founder)).toEqual({ enterprise: headCode, part: 'asked' });
  // Asking gives nothing yet.
  expect(await codeOf(founder('enterpriseCases', { params: { enterprise: headCode } }))).toBe('not-found');
  expect(
    await codeOf(change(founder, { type: 'add-branch', name: '一分厂', town: chengguan, address: '某处' })),
  ).toBe('not-found');
  expect((await town('profileRequests')).items.map(({ enterprise }) => enterprise)).toEqual([headCode]);
  const elsewhere = county.as(person('guangfo-reviewer-1'));
  expect((await elsewhere('profileRequests')).items).toEqual([]);
  const confirming = { type: 'confirm-member', account: 'applicant-gloves' } as const;
  expect(await codeOf(decide(elsewhere, confirming))).toBe('not-permitted');
  await decide(town, { ...confirming, reason: '已核对营业执照和法定代表人身份' });
  expect((await town('profileRequests')).items).toEqual([]);
  expect(await mine(founder)).toMatchObject([
    { part: 'acts', profile: { name: '平利县嘉鸿手套有限公司（演示）' } },
  ]);

  await enter(partner);
  await change(founder, { type: 'confirm-member', account: 'applicant-toys' });
  const cases = (await partner('enterpriseCases', { params: { enterprise: headCode } })).items;
  expect(cases).toMatchObject([{ programme: { id: 'startup-grant' }, status: 'under-review' }]);
  const { history } = await town('getProfile', { params: { enterprise: headCode } });
  expect(history.map(({ type }) => type)).toEqual([
    'enterprise-entered',
    'member-confirmed',
    'member-asked',
    'member-confirmed',
  ]);
});

test('those who may act open and withdraw the enterprise’s applications; those who left do not', async () => {
  const [first] = (await partner('enterpriseCases', { params: { enterprise: headCode } })).items;
  const params = { caseId: first!.caseId };
  const page = await partner('getApplication', { params });
  expect(page.answers.creditCode).toBe(headCode);
  await partner('actOnApplication', {
    params,
    body: { commandId: randomUUID(), version: page.version, command: { type: 'withdraw', reason: '改期' } },
  });
  expect((await founder('getApplication', { params })).status).toBe('withdrawn');

  await change(partner, { type: 'remove-member', account: 'applicant-toys' });
  expect(await codeOf(partner('getApplication', { params }))).toBe('case-not-found');
  expect(await mine(partner)).toEqual([]);
});

test('what a stranger states of an enterprise does not come before its people', async () => {
  const stranger = county.as(person('applicant-tea'));
  const answers = {
    ...gloveMakerGrant(),
    creditCode: headCode,
    site: '别处',
    account: '6222000000000000001',
  };
  await submit(stranger, await fillIn(stranger, 'startup-grant', answers));
  const [own] = await mine(founder);
  expect(own?.facts.account).toBe(gloveMakerGrant().account);
});

test('a branch with a code of its own counts with its head office once its town has seen that it is one', async () => {
  const name = '嘉鸿广佛分厂';
  const adding = {
    type: 'add-branch',
    name,
    town: '610926106',
    address: '松杉社区',
    creditCode: branchCode,
  } as const;
  const { branches } = await change(founder, adding);
  expect(await codeOf(change(founder, adding))).toBe('already-asked');
  const [branch] = branches;
  expect(branch).toMatchObject({ state: 'claimed', enterprise: branchCode });

  // The branch was given 40,000 元 under its own code before anybody knew.
  await intoNotice(
    county,
    grantAnswers(1, { creditCode: branchCode, amountRequested: 4_000_000 }),
    'applicant-electronics',
  );
  expect(await readAwardCount(county.tables, `startup-grant:${branchCode}`)).toBe(4_000_000);

  const confirm = {
    type: 'confirm-branch',
    branch: branch!.id,
    findings: '分公司营业执照载明隶属关系',
  } as const;
  expect(await codeOf(decide(town, confirm))).toBe('not-permitted');
  const guangfo = county.as(person('guangfo-supervisor'));
  expect((await guangfo('profileRequests')).items).toHaveLength(1);
  await decide(guangfo, confirm);
  expect((await guangfo('profileRequests')).items).toEqual([]);
  expect(await readAwardCount(county.tables, `startup-grant:${branchCode}`)).toBe(0);
  expect(await readAwardCount(county.tables, `startup-grant:${headCode}`)).toBe(4_000_000);
  expect(await codeOf(change(founder, { type: 'remove-branch', branch: branch!.id }))).toBe('branch-stays');

  // The head office can now have 60,000 元 more, and so can the branch: together.
  const draft = await fillIn(
    founder,
    'startup-grant',
    grantAnswers(2, { creditCode: headCode, site: '总厂' }),
  );
  const { explanation } = await founder('checkDraft', { params: { caseId: draft } });
  expect(explanation?.amount).toBe(6_000_000);
});

test('an application for a branch begins with its town and address, for those who act and nobody else', async () => {
  const profile = (await town('getProfile', { params: { enterprise: headCode } })).profile;
  const [branch] = profile.branches;
  const begin = (call: Caller, id?: string) =>
    call('startApplication', {
      body: {
        commandId: randomUUID(),
        programmeId: 'startup-grant',
        enterprise: headCode,
        ...(id !== undefined && { branch: id }),
      },
    });
  expect((await begin(founder, branch?.id)).answers).toMatchObject({ town: '610926106', site: '松杉社区' });
  // Without one it is for the head office, whose address nobody has stated.
  const atHome = (await begin(founder)).answers;
  expect([atHome.town, atHome.site]).toEqual([chengguan, undefined]);
  // The partner has left, the stranger never belonged.
  const stranger = county.as(person('applicant-tea'));
  for (const call of [partner, stranger]) {
    const { answers } = await begin(call, branch?.id);
    expect([answers.town, answers.site]).toEqual([undefined, undefined]);
  }
});
