import { randomUUID } from 'node:crypto';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import type { InputOf } from '../../shared/api/client.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { type Act, anyoneAt, gone, grantOf } from './county-acts.ts';
import { fillIn, submit } from './filing.ts';
import { type Caller, type InProcess, person } from './in-process.ts';
import { post } from './paperwork.ts';

type Own = NonNullable<InputOf<'actOnEnterprise'>['body']>['command'];
type Official = NonNullable<InputOf<'decideOnProfile'>['body']>['command'];

const chengguan = '610926100';
const changan = '610926108';

/** An enterprise, who may act for it, and its branches. */
export async function* enterpriseActs(county: InProcess, number: number): AsyncGenerator<Act> {
  const as = (id: string) => county.as(person(id));
  const [founder, partner, third] = [as('applicant-gloves'), as('applicant-toys'), as('applicant-tea')];
  const town = as('chengguan-reviewer-1');
  const enterprise = fictionalCreditCode(600 + number);
  const params = { enterprise };
  const chain = `enterprise:${enterprise}`;
  const enter = (call: Caller): Act => {
    const body = {
      commandId: randomUUID(),
      creditCode: enterprise,
      name: `平利县第${number}织造厂（演示）`,
      town: chengguan,
    };
    return {
      name: 'enter enterprise',
      send: () => call('enterEnterprise', { body }),
      chain,
      commandId: body.commandId,
    };
  };
  const ready = async () => ({
    commandId: randomUUID(),
    version: (await town('getProfile', { params })).profile.version,
  });
  const own = async (call: Caller, command: Own): Promise<Act> => {
    const body = { ...(await ready()), command };
    const send = () => call('actOnEnterprise', { params, body });
    return { name: `own ${command.type}`, send, chain, commandId: body.commandId };
  };
  const official = async (call: Caller, command: Official): Promise<Act> => {
    const body = { ...(await ready()), command };
    const send = () => call('decideOnProfile', { params, body });
    return { name: `official ${command.type}`, send, chain, commandId: body.commandId };
  };
  yield enter(founder);
  yield official(town, { type: 'confirm-member', account: 'applicant-gloves', reason: '已核对执照' });
  yield own(founder, { type: 'restate', name: `平利县第${number}编织厂（演示）`, town: chengguan });
  await enter(partner).send();
  yield own(founder, { type: 'confirm-member', account: 'applicant-toys' });
  yield own(founder, { type: 'remove-member', account: 'applicant-toys' });
  await enter(third).send();
  yield official(town, { type: 'remove-member', account: 'applicant-tea', reason: '并非本厂人员' });
  const branchOf = async (name: string) =>
    (await town('getProfile', { params })).profile.branches.find((branch) => branch.name === name)?.id ?? '';
  const adding = (name: string, creditCode?: string) =>
    own(founder, {
      type: 'add-branch',
      name,
      town: '610926106',
      address: '松杉社区',
      ...(creditCode !== undefined && { creditCode }),
    });
  yield adding('一分厂', fictionalCreditCode(700 + number));
  await (await adding('二分厂', fictionalCreditCode(800 + number))).send();
  await (await adding('三分厂')).send();
  const guangfo = as('guangfo-supervisor');
  const findings = '经现场核实。';
  yield official(guangfo, { type: 'confirm-branch', branch: await branchOf('一分厂'), findings });
  yield official(guangfo, { type: 'refuse-branch', branch: await branchOf('二分厂'), findings });
  yield own(founder, { type: 'remove-branch', branch: await branchOf('三分厂') });
}

/** What surrounds a case: drafts for others and for nothing, several at once, a look, a likeness, a helper. */
export async function* besideACase(county: InProcess, number: number): AsyncGenerator<Act> {
  const as = (id: string) => county.as(person(id));
  const [applicant, officer, head] = [
    as('applicant-gloves'),
    as('chengguan-reviewer-1'),
    as('chengguan-supervisor'),
  ];
  const answers = { ...grantOf(number), enterpriseName: `平利县第${number}玩具厂（演示）` };
  const caseId = await fillIn(applicant, 'startup-grant', answers);
  await submit(applicant, caseId);
  const params = { caseId };

  const start = {
    commandId: randomUUID(),
    programmeId: 'startup-grant',
    onBehalfOf: { applicant: 'applicant-gloves', authority: '企业负责人书面委托' },
  };
  let draft = '';
  yield {
    name: 'start for another',
    send: async () => {
      draft = (await officer('startApplication', { body: start })).caseId;
      return draft;
    },
  };
  yield {
    name: 'discard draft',
    send: () => gone(officer('discardDraft', { params: { caseId: draft } })),
  };
  const items = [{ caseId, commandId: randomUUID(), version: 1, command: { type: 'claim' } as const }];
  yield {
    name: 'several at once',
    send: async () => {
      const { results } = await officer('actOnCases', { body: { items } });
      const [only] = results;
      if (only?.problem !== undefined) throw new Error(only.problem.code);
      return results;
    },
    chain: caseId,
    commandId: items[0]?.commandId ?? '',
  };
  yield {
    name: 'reveal',
    send: () => officer('revealAnswer', { params, body: { path: '/account', reason: '核对开户信息。' } }),
  };
  const alike = await officer('listDuplicates', { params });
  const other = alike.items[0];
  const finding = {
    commandId: randomUUID(),
    version: other?.decision?.version ?? 0,
    verdict: 'unrelated' as const,
    findings: '两家企业，厂点不同。',
  };
  yield {
    name: 'decide on duplicate',
    send: () =>
      officer('decideOnDuplicate', { params: { caseId, other: other?.caseId ?? '' }, body: finding }),
    chain: `duplicate:${[caseId, other?.caseId ?? ''].toSorted().join(':')}`,
    commandId: finding.commandId,
  };

  const assigning = { commandId: randomUUID(), version: 0, officer: 'chengguan-reviewer-1' };
  let enterprise = '';
  yield {
    name: 'assign helper',
    send: async () => {
      const helper = await head('assignHelper', { params, body: assigning });
      enterprise = helper.enterprise;
      return helper;
    },
  };
  const visit = {
    commandId: randomUUID(),
    version: 1,
    visitedOn: county.clock.now.slice(0, 10),
    notes: '了解用工和订单。',
  };
  yield {
    name: 'record factory visit',
    send: () => officer('recordFactoryVisit', { params: { town: chengguan, enterprise }, body: visit }),
    chain: `helper:${chengguan}:${enterprise}`,
    commandId: visit.commandId,
  };
}

/** What offices do besides cases, and what asks without changing anything. */
export async function* officeActs(county: InProcess, number: number): AsyncGenerator<Act> {
  const as = (id: string) => county.as(person(id));
  const [policy, keeper, auditor] = [as('policy-officer'), as('changan-reviewer-1'), as('auditor')];
  const document = { ...startupGrant, id: `faults-${number}`, version: 1 };
  yield { name: 'check programme', send: () => policy('checkProgramme', { body: { document } }) };
  yield {
    name: 'publish programme',
    send: () => policy('publishProgramme', { body: { document } }),
    chain: `programme:faults-${number}`,
    makes: ['programme-published'],
  };
  const asking = { answers: {} };
  yield {
    name: 'check eligibility',
    send: () => county.as()('checkEligibility', { body: asking }),
  };

  const plan = {
    commandId: randomUUID(),
    town: changan,
    occupation: 'tea-processor',
    startsOn: '2027-03-01',
    places: 40,
    organiser: '平利县职业技术学校',
  };
  yield {
    name: 'plan course',
    send: () => keeper('planCourse', { body: plan }),
    chain: `course:${changan}:${plan.commandId}`,
    commandId: plan.commandId,
  };
  const wish = { commandId: randomUUID(), town: changan, occupation: 'knitter' };
  let visits = 0;
  yield {
    name: 'wish for course',
    send: () => {
      visits += 1;
      return anyoneAt(county, `198.51.100.${visits}`)('wishForCourse', { body: wish });
    },
  };

  const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])], {
    type: 'image/png',
  });
  const params = { unit: `${changan}-unit-${number}` };
  const photograph = () =>
    keeper('requestPhotoUpload', {
      params,
      body: { name: '门面.png', type: 'image/png', size: png.size },
    });
  yield { name: 'ask for a photo form', send: async () => typeof (await photograph()).photo };
  const form = await photograph();
  await post(form, png);
  yield {
    name: 'confirm photo',
    send: () => keeper('confirmPhotoUpload', { params: { ...params, photo: form.photo } }),
  };
  const through = county.clock.now;
  yield { name: 'mark inbox read', send: () => keeper('markInboxRead', { body: { through } }) };
  const wanted = {
    commandId: randomUUID(),
    kind: 'rows',
    format: 'csv',
    language: 'zh',
    query: {},
  } as const;
  yield {
    name: 'start export',
    send: async () => {
      const { id, status, rows, files } = await auditor('startExport', { body: wanted });
      return { id, status, rows, files: files.map(({ name, sha256 }) => [name, sha256]) };
    },
  };
}
