import { randomUUID } from 'node:crypto';
import { equipmentWorth, startupGrantAnswers } from '../../infra/local/demo/applications.ts';
import type { Factory } from '../../infra/local/demo/factory.ts';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { gloveMaker } from '../../infra/local/demo/glove-maker.ts';
import { ApiProblem, createClient, type InputOf } from '../../shared/api/client.ts';
import { routes } from '../../shared/api/routes.ts';
import type { UnitFacts } from '../../shared/premises/unit.ts';
import { type Caller, type InProcess, person } from './in-process.ts';
import { pdf, post } from './paperwork.ts';
import { approval, checklistOf, type ReviewerCommand } from './reviewing.ts';

/** One request that changes something, ready to be sent, and sent again word for word. */
export type Act = {
  readonly name: string;
  readonly send: () => Promise<unknown>;
  /** The chain of events it adds to, when it adds one, and the id its event is known by. */
  readonly chain?: string;
  readonly commandId?: string;
  /** Of an act that makes the ids of its events itself, as the clock does: their types. */
  readonly makes?: readonly string[];
};

type ApplicantCommand = NonNullable<InputOf<'actOnApplication'>['body']>['command'];

/** A factory of its own for each number below 1,000: nothing scarce is shared but the fund. */
export const factoryNumber = (number: number): Factory => ({
  ...gloveMaker,
  enterpriseName: `平利县第${number}手套厂（演示）`,
  creditCode: fictionalCreditCode(100 + number),
});

export const grantOf = (number: number) =>
  startupGrantAnswers(factoryNumber(number), {
    requested: 10_000_000,
    equipment: equipmentWorth(24_000_000, String(30_000 + number)),
    citedBases: ['interim-measures'],
    firstWorker: 100,
  });

/** Where the acts take place: who they are sent as, and what time it is there. */
export type ActingCounty = Pick<InProcess, 'as' | 'raw' | 'clock'>;

type Version = { readonly draftVersion: number };

/** As the portal does it: a draft that another device saved is looked at, and may be this very one. */
export const savedOrSeen = (saving: Promise<Version>, look: () => Promise<Version>): Promise<number> =>
  saving.then(
    ({ draftVersion }) => draftVersion,
    async (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'stale-version') throw error;
      return (await look()).draftVersion;
    },
  );

type Ending = 'in-notice' | 'refused' | 'withdrawn' | 'not-accepted';

/**
 * Every act on an application from its start to its end, each made ready only when the one before is done.
 * Between two acts the reader may send the act as often and as badly as it likes.
 */
export async function* applicationActs(
  county: ActingCounty,
  number: number,
  ending: Ending,
): AsyncGenerator<Act> {
  const as = (id: string) => county.as(person(id));
  const applicant = as('applicant-gloves');
  const [first, second, head] = [
    as('chengguan-reviewer-1'),
    as('chengguan-reviewer-2'),
    as('chengguan-supervisor'),
  ] as const;
  const bureau = as('human-resources-reviewer-1');
  const leader = as('county-leader');

  const start = { body: { commandId: randomUUID(), programmeId: 'startup-grant' } };
  let caseId = '';
  yield {
    name: 'start',
    send: async () => {
      const draft = await applicant('startApplication', start);
      caseId = draft.caseId;
      return draft.caseId;
    },
  };
  const params = { caseId };
  const answers = grantOf(number);

  const save = async (all: Record<string, unknown>): Promise<Act> => {
    const { draftVersion } = await applicant('getApplication', { params });
    return {
      name: 'save',
      send: () =>
        savedOrSeen(applicant('saveDraft', { params, body: { draftVersion, answers: all } }), () =>
          applicant('getApplication', { params }),
        ),
    };
  };
  yield save({ ...answers });
  // Not one of those that stay: the acts after it know of one document in a slot.
  const [anySlot] = (await applicant('getProgramme', { params: { programmeId: 'startup-grant' } })).programme
    .documents;
  const paper = pdf('a mistake');
  const asking = { slot: anySlot?.id ?? '', name: 'a.pdf', type: paper.type, size: paper.size };
  yield {
    name: 'ask for a form',
    send: async () => typeof (await applicant('requestUpload', { params, body: asking })).documentId,
  };
  const mistaken = await posted(applicant, caseId, asking.slot, paper);
  await applicant('confirmUpload', { params: { caseId, documentId: mistaken } });
  yield {
    name: 'remove document',
    send: () => gone(applicant('removeDocument', { params: { caseId, documentId: mistaken } })),
  };
  const published = await applicant('getProgramme', { params: { programmeId: 'startup-grant' } });
  const asked = await applicant('checkDraft', { params });
  const slots = published.programme.form.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) =>
      field.type === 'document' && asked.errors.some(({ path }) => path === `/${field.id}`)
        ? [[field.id, field.slot] as const]
        : [],
    );
  const documents: Record<string, string[]> = {};
  for (const [id, slot] of slots) {
    const file = pdf(`${slot} ${number}`);
    const documentId = await posted(applicant, caseId, slot, file);
    const confirm = () => applicant('confirmUpload', { params: { caseId, documentId } });
    if (id === slots[0]?.[0]) yield { name: 'confirm upload', send: async () => (await confirm()).id };
    else await confirm();
    documents[id] = [documentId];
  }
  yield save({ ...answers, ...documents });

  const mine = async (command: ApplicantCommand): Promise<Act> => {
    const { version, status } = await applicant('getApplication', { params });
    const commandId = randomUUID();
    const body = { commandId, version: status === 'draft' ? 0 : version, command };
    return {
      name: command.type,
      send: () => applicant('actOnApplication', { params, body }),
      chain: caseId,
      commandId,
    };
  };
  const by = async (call: Caller, command: ReviewerCommand, name: string = command.type): Promise<Act> => {
    const { version } = await call('getCase', { params });
    const commandId = randomUUID();
    const body = { commandId, version, command };
    return { name, send: () => call('actOnCase', { params, body }), chain: caseId, commandId };
  };

  const { version: declared } = published.programme.declaration;
  yield mine({ type: 'submit', declaration: { version: declared, agreed: true } });
  if (ending === 'withdrawn') {
    yield mine({ type: 'withdraw', reason: '厂址另有安排。' });
    return;
  }
  yield by(first, { type: 'claim' });
  if (ending === 'not-accepted') {
    yield by(first, { type: 'not-accept', facts: '不属于受理范围。', basis: 'interim-measures' });
    return;
  }
  if (ending === 'in-notice') {
    yield by(first, { type: 'release' });
    yield by(first, { type: 'claim' });
    yield by(first, { type: 'delegate', to: 'chengguan-reviewer-2', reason: '外出开会。' });
    yield by(second, { type: 'delegate', to: 'chengguan-reviewer-1', reason: '已返回。' }, 'delegate back');
    yield by(first, {
      type: 'return-for-correction',
      items: [{ path: '/actualInvestment', reason: '与发票不符，请核对。' }],
    });
    yield save({ ...answers, ...documents, actualInvestment: Number(answers.actualInvestment) + 100 });
    yield mine({ type: 'resubmit' });
  }
  yield by(first, { type: 'accept', checklist: await checklistOf(first, caseId) });
  yield by(second, { type: 'claim' });
  if (ending === 'in-notice') {
    yield by(second, { type: 'request-expedite', reason: '订单交期临近。' });
    yield by(head, { type: 'consent-expedite', agreed: true, reason: '情况属实。' });
    yield by(head, { type: 'extend-clock', reason: '道路中断，无法到厂。' });
  }
  yield by(second, {
    type: 'record-visit',
    visitedOn: county.clock.now.slice(0, 10),
    findings: '与申请内容一致。',
    agreesWithApplication: true,
  });
  yield by(head, { type: 'confirm-visit' });
  const { explanation } = await second('getCase', { params });
  yield by(second, {
    type: 'recommend',
    opinion: 'support',
    amount: explanation.amount,
    reason: '情况属实。',
    checklist: await checklistOf(second, caseId),
  });
  yield by(bureau, { type: 'claim' });
  if (ending === 'refused') {
    yield by(bureau, {
      type: 'refuse',
      facts: '设备不在现场。',
      basis: ['interim-measures'],
      checklist: await checklistOf(bureau, caseId),
    });
    yield mine({ type: 'rate', stars: 4, comment: '办得快。' });
    yield mine({ type: 'request-internal-review', grounds: '设备已运到现场。' });
    yield by(as('county-reviewer-1'), {
      type: 'decide-internal-review',
      outcome: 'uphold',
      reason: '设备到场在决定之后。',
    });
    return;
  }
  yield by(bureau, await approval(bureau, caseId));
  yield by(leader, { type: 'claim' });
  // This one moves money and floor.
  yield by(leader, await approval(leader, caseId), 'approve for good');

  const objection = { commandId: randomUUID(), grounds: '该厂尚未开工，请再核实一次。' };
  let visits = 0;
  yield {
    name: 'object',
    send: () => {
      visits += 1;
      return anyoneAt(county, `192.0.2.${visits}`)('fileObjection', { params, body: objection });
    },
    chain: caseId,
    commandId: objection.commandId,
  };
  yield by(as('county-reviewer-1'), {
    type: 'answer-objection',
    objection: 1,
    upheld: false,
    findings: '经现场核实，该厂正常生产。',
  });
}

/** As the portal does it: what is asked to go and is not there has gone. */
export const gone = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'gone',
    (error: unknown) => {
      if (error instanceof ApiProblem && error.problem.status === 404) return 'gone';
      throw error;
    },
  );

/** As the portal does it: a file that did not get through is posted again, with a new form. */
async function posted(call: Caller, caseId: string, slot: string, file: Blob): Promise<string> {
  for (;;) {
    const { documentId, ...form } = await call('requestUpload', {
      params: { caseId },
      body: { slot, name: 'a.pdf', type: file.type, size: file.size },
    });
    const arrived = await post(form, file).then(
      () => true,
      (error: unknown) => {
        if (error instanceof TypeError) return false;
        throw error;
      },
    );
    if (arrived) return documentId;
  }
}

/** Somebody who is not signed in, as a CDN passes them on: with the address they come from. */
export function anyoneAt(county: ActingCounty, address: string): Caller {
  const raw = county.raw();
  return createClient({
    routes,
    baseUrl: '',
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('x-forwarded-for', address);
      return raw(input, { ...init, headers });
    },
  });
}

/** What officers keep besides cases: funds, premises, the calendar. */
export async function* registerActs(county: ActingCounty, number: number): AsyncGenerator<Act> {
  const finance = county.as(person('finance-officer-1'));
  const keeper = county.as(person('changan-reviewer-1'));
  const fund = `county:faults-${number}:2026`;
  const opening = { commandId: randomUUID(), allocated: 100_000, reason: '年初预算' };
  yield {
    name: 'open fund',
    send: () =>
      finance('openFund', {
        body: { ...opening, funder: 'county', programme: `faults-${number}`, year: 2026 },
      }),
    chain: `fund:${fund}`,
    commandId: opening.commandId,
  };
  const change = { commandId: randomUUID(), version: 1, allocated: 150_000, reason: '追加预算' };
  yield {
    name: 'change allocation',
    send: () => finance('changeAllocation', { params: { fund }, body: change }),
    chain: `fund:${fund}`,
    commandId: change.commandId,
  };

  const town = '610926108';
  const place = { name: '标准化厂房', community: '双杨社区', address: '长安镇双杨社区' };
  const facts = { ...place, buildings: [{ name: '二期', floors: 6, basements: 0 }] };
  const site = `${town}-site-${number}`;
  const entering = { commandId: randomUUID(), town, number: `site-${number}`, site: facts };
  yield {
    name: 'enter site',
    send: () => keeper('enterSite', { body: entering }),
    chain: `site:${site}`,
    commandId: entering.commandId,
  };
  const renaming = {
    commandId: randomUUID(),
    version: 1,
    site: { ...facts, address: '长安镇双杨社区 2 号' },
  };
  yield {
    name: 'change site',
    send: () => keeper('changeSite', { params: { site }, body: renaming }),
    chain: `site:${site}`,
    commandId: renaming.commandId,
  };
  const unit: UnitFacts = {
    site,
    building: '二期',
    floor: 1,
    area: 200_000,
    power: 200,
    readiness: 'ready',
    photos: [],
    referenceRent: 800,
    rentSource: '县发改局 2026 年参考租金',
    offer: 'offered',
  };
  const adding = { commandId: randomUUID(), town, number: `unit-${number}`, unit };
  yield {
    name: 'enter unit',
    send: () => keeper('enterUnit', { body: adding }),
    chain: `premises:${town}-unit-${number}`,
    commandId: adding.commandId,
  };
  const enlarging = { commandId: randomUUID(), version: 1, unit: { ...unit, power: 300 } };
  yield {
    name: 'change unit',
    send: () => keeper('changeUnit', { params: { unit: `${town}-unit-${number}` }, body: enlarging }),
    chain: `premises:${town}-unit-${number}`,
    commandId: enlarging.commandId,
  };
}
