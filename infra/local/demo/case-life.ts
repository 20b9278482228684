import { randomUUID } from 'node:crypto';
import type { Call, InputOf } from '../../../shared/api/client.ts';
import { dateInShanghai } from '../../../shared/calendar/instant.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import { drawnDocument } from './drawn-document.ts';
import { fillIn, submit } from './filing.ts';
import type { Life } from './timeline.ts';

type ReviewerCommand = NonNullable<InputOf<'actOnCase'>['body']>['command'];
type ApplicantCommand = NonNullable<InputOf<'actOnApplication'>['body']>['command'];

/** How far a case gets, or how it ends. */
export type Ending =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'corrected'
  | 'lapsed'
  | 'accepted'
  | 'visited'
  | 'recommended'
  | 'decided'
  | 'refused'
  | 'not-accepted'
  | 'withdrawn';

export type CasePlan = {
  readonly number: number;
  readonly programme: string;
  readonly applicant: string;
  /** As things stand on the day of filing. */
  readonly answers: (today: string) => Answers;
  readonly ending: Ending;
};

export type County = {
  readonly now: () => string;
  readonly callAs: (personId: string) => Call;
  /** First, second and head of the desk of an office; undefined where nobody sits. */
  readonly deskOf: (office: string) => readonly [string, string, string] | undefined;
};

/** A case in hand: which version it is at, and where it stands. */
type CaseInHand = {
  readonly caseId: string;
  version: number;
};

/** From the draft to the plan's ending, through the same calls as people make. */
export async function* caseLife(county: County, plan: CasePlan): Life {
  const applicant = county.callAs(plan.applicant);
  const caseId = await fillIn(
    applicant,
    plan.programme,
    plan.answers(dateInShanghai(county.now())),
    (slot) => ({ name: `${slot}.png`, file: drawnDocument(plan.number * 7 + slot.length) }),
  );
  if (plan.ending === 'draft') return;
  await submit(applicant, caseId);
  if (plan.ending === 'submitted') return;
  yield 1 + (plan.number % 2);

  const hand: CaseInHand = { caseId, version: 1 };
  const desk = await deskFor(county, plan, hand);
  if (desk === undefined) return;
  const { first, second, head } = desk;
  await act(county, first, hand, { type: 'claim' });

  if (plan.ending === 'withdrawn') {
    await actAsApplicant(applicant, hand, { type: 'withdraw', reason: '厂址另有安排，暂不申请。' });
    return;
  }
  if (plan.ending === 'not-accepted') {
    await act(county, first, hand, {
      type: 'not-accept',
      facts: '申请的厂点不在本县安置社区范围内，不属于本项目受理事项。',
      basis: desk.legalBasis,
    });
    return;
  }
  if (plan.ending === 'returned' || plan.ending === 'corrected' || plan.ending === 'lapsed') {
    await act(county, first, hand, {
      type: 'return-for-correction',
      items: [
        { path: '/mobile', reason: '登记的手机号码无法接通，请核对后填写常用号码。' },
        { path: '/site', reason: '请写明楼栋和楼层，便于现场核查。' },
      ],
    });
    if (plan.ending !== 'corrected') return;
    yield 4;
    await correct(applicant, hand);
    yield 1;
    await lookAgain(county, plan, hand);
  }
  await act(county, first, hand, { type: 'accept', checklist: desk.checklist });
  if (plan.ending === 'accepted') return;
  yield 2;
  yield* recommendation(county, plan, hand, second, head);
  if (plan.ending === 'visited' || plan.ending === 'recommended') return;
  yield 3;
  yield* decisions(county, plan, hand);
}

async function* recommendation(
  county: County,
  plan: CasePlan,
  hand: CaseInHand,
  officer: string,
  head: string,
): Life {
  const desk = await deskFor(county, plan, hand);
  if (desk?.kind !== 'recommendation') return;
  await act(county, officer, hand, { type: 'claim' });
  await visit(county, officer, head, hand);
  if (plan.ending === 'visited') return;
  yield 1;
  await lookAgain(county, plan, hand);
  const opposed = plan.ending === 'refused';
  await act(county, officer, hand, {
    type: 'recommend',
    opinion: opposed ? 'oppose' : 'support',
    amount: (await explanationFor(county, officer, hand)).amount,
    reason: opposed
      ? '现场核查时厂房未投入生产，与申请内容不符，建议不予支持。'
      : '现场核查属实，在岗职工与名册一致，建议支持。',
    checklist: desk.checklist,
  });
}

/** Every deciding stage in turn: the bureau, and the joint meeting where the amount calls for it. */
async function* decisions(county: County, plan: CasePlan, hand: CaseInHand): Life {
  for (;;) {
    const desk = await deskFor(county, plan, hand);
    if (desk === undefined || desk.status !== 'under-review') return;
    // At an office with an acceptance stage of its own, the first officer has already taken part.
    const decider = desk.isTown ? desk.second : desk.first;
    await act(county, decider, hand, { type: 'claim' });
    if (desk.needsTwo) await visit(county, decider, desk.head, hand);
    if (plan.ending === 'refused') {
      await act(county, decider, hand, {
        type: 'refuse',
        facts: '镇现场核查时厂房未投入生产，申报的设备不在现场。',
        basis: [desk.legalBasis],
        checklist: desk.checklist,
      });
      return;
    }
    const { amount, outcome } = await explanationFor(county, decider, hand);
    await act(county, decider, hand, {
      type: 'approve',
      amount,
      reason: '材料与原件比对一致，核算无误，同意。',
      checklist: desk.checklist,
      ...(outcome === 'not-eligible' && {
        deviationReason: '企业已承诺半年内补足岗位，经集体研究同意先行支持。',
      }),
    });
    yield 2;
  }
}

async function visit(county: County, by: string, confirmedBy: string, hand: CaseInHand): Promise<void> {
  await act(county, by, hand, {
    type: 'record-visit',
    visitedOn: dateInShanghai(county.now()),
    findings: '到厂查看设备、工位和考勤，并与五名职工交谈，情况与申请一致。',
    agreesWithApplication: true,
  });
  await act(county, confirmedBy, hand, { type: 'confirm-visit' });
}

/** Where the case stands and who sits there; undefined where nobody does. */
async function deskFor(county: County, plan: CasePlan, hand: CaseInHand) {
  const call = county.callAs(plan.applicant);
  const {
    office,
    status,
    stage: at,
    programme,
    version,
  } = await call('getApplication', {
    params: { caseId: hand.caseId },
  });
  hand.version = version;
  const people = office === undefined ? undefined : county.deskOf(office);
  if (office === undefined || people === undefined) return undefined;
  const published = await call('getProgramme', {
    params: { programmeId: programme.id },
    query: { version: programme.version },
  });
  const stage = published.programme.stages.find(({ id }) => id === at?.id);
  const [first, second, head] = people;
  return {
    first,
    second,
    head,
    status,
    kind: stage?.kind,
    isTown: stage?.office.kind === 'town-of-case',
    needsTwo: stage?.siteVisit === true || stage?.officers === 2,
    checklist: (stage?.checklist ?? []).map(({ id }) => id),
    legalBasis: published.programme.legalBases[0]?.id ?? '',
  };
}

/** After some days: the clock may have acted on the case meanwhile. */
async function lookAgain(county: County, plan: CasePlan, hand: CaseInHand): Promise<void> {
  const { version } = await county.callAs(plan.applicant)('getApplication', {
    params: { caseId: hand.caseId },
  });
  hand.version = version;
}

async function explanationFor(county: County, personId: string, { caseId }: CaseInHand) {
  const { explanation } = await county.callAs(personId)('getCase', { params: { caseId } });
  return explanation;
}

async function act(
  county: County,
  personId: string,
  hand: CaseInHand,
  command: ReviewerCommand,
): Promise<void> {
  const { version } = await county.callAs(personId)('actOnCase', {
    params: { caseId: hand.caseId },
    body: { commandId: randomUUID(), version: hand.version, command },
  });
  hand.version = version;
}

async function actAsApplicant(call: Call, hand: CaseInHand, command: ApplicantCommand): Promise<void> {
  const { version } = await call('actOnApplication', {
    params: { caseId: hand.caseId },
    body: { commandId: randomUUID(), version: hand.version, command },
  });
  hand.version = version;
}

async function correct(call: Call, hand: CaseInHand): Promise<void> {
  const { caseId } = hand;
  const { answers, draftVersion, version } = await call('getApplication', { params: { caseId } });
  hand.version = version;
  await call('saveDraft', {
    params: { caseId },
    body: {
      draftVersion,
      answers: { ...answers, site: `${String(answers.site)}（东侧）`, mobile: '19900001234' },
    },
  });
  await actAsApplicant(call, hand, { type: 'resubmit' });
}
