import { type Text, text } from '../language/text.ts';
import type { CaseEvent } from '../workflow/event.ts';
import type { CaseState } from '../workflow/state.ts';
import { type Decision, isLate } from './decision.ts';
import { answered, quickMinutes, quickPaymentMinutes } from './waiting.ts';

/** All that a finding may rest on. */
export type FindingFacts = {
  readonly event: CaseEvent;
  readonly decision: Decision;
  /** The case as it was decided on. */
  readonly before: CaseState;
  /** How long what was decided had waited; undefined where nothing had. */
  readonly minutesWaited: number | undefined;
  /** The clock decided, not a person. */
  readonly byItself: boolean;
  /** The decider's own office, and the one to which the decision belonged. */
  readonly actorOffice: string | undefined;
  readonly competentOffice: string | undefined;
  /** Programmes by which the same enterprise, account or person was approved before. */
  readonly approvedBefore: ReadonlySet<string>;
};

type Finding = {
  readonly title: Text;
  readonly meaning: Text;
  readonly applies: (facts: FindingFacts) => boolean;
};

const saysYes = ({ outcome }: Decision): boolean =>
  outcome === 'recommended' || outcome === 'stage-approved' || outcome === 'approved';
const saysNo = ({ outcome }: Decision): boolean => outcome === 'opposed' || outcome === 'refused';

/** Whether the rules found the application eligible, where they were asked. */
const eligible = ({ data }: CaseEvent): boolean | undefined =>
  'evaluation' in data ? data.evaluation.outcome === 'eligible' : undefined;

/** What an auditor should look at. A finding is no reproach: many have a good reason, which the case file gives. */
export const findings = {
  'against-rules': {
    title: text('与规则核算结论不同', 'against the outcome of the rules'),
    meaning: text(
      '规则核算为不符合而建议支持或批准，或核算为符合而建议不支持或不予批准。',
      'Recommended or approved although the rules found it not eligible, or opposed or refused although they found it eligible.',
    ),
    applies: ({ event, decision }) => {
      const found = eligible(event);
      return (found === false && saysYes(decision)) || (found === true && saysNo(decision));
    },
  },
  'amount-differs': {
    title: text('金额与核算不同', 'amount other than computed'),
    meaning: text(
      '建议、批准或追回的金额与规则核算的金额不同。',
      'The amount recommended, approved or recovered is not the one that the rules computed.',
    ),
    applies: ({ decision }) =>
      (saysYes(decision) || decision.outcome === 'recovery-ordered') && decision.amount !== decision.computed,
  },
  'second-return': {
    title: text('二次退回', 'second return'),
    meaning: text(
      '第二次退回补正；应当一次性告知。',
      'Returned for correction a second time; one complete notice is the rule.',
    ),
    applies: ({ event, before }) => event.type === 'correction-requested' && before.corrections > 0,
  },
  'second-return-without-reason': {
    title: text('二次退回未说明理由', 'second return without a reason'),
    meaning: text(
      '第二次退回补正，且没有记载理由。',
      'Returned for correction a second time, and no reason is recorded.',
    ),
    applies: ({ event, before }) =>
      event.type === 'correction-requested' &&
      before.corrections > 0 &&
      event.data.secondReturnReason === undefined,
  },
  late: {
    title: text('超过承诺时限', 'late'),
    meaning: text('所用工作日多于承诺的工作日。', 'It took more working days than were promised.'),
    applies: ({ decision }) => isLate(decision),
  },
  'other-programme-too': {
    title: text('同一对象享受多个项目', 'same recipient in several programmes'),
    meaning: text(
      '批准时，同一企业、同一账号或同一法定代表人此前已获另一项目批准。',
      'When it was approved, the same enterprise, account or legal representative had been approved by another programme before.',
    ),
    applies: ({ decision, approvedBefore }) =>
      decision.outcome === 'approved' &&
      [...approvedBefore].some((programme) => programme !== decision.programme),
  },
  'unusual-speed': {
    title: text('办理过快', 'unusual speed'),
    meaning: text(
      `申请、异议、复核、报告等送到后不足 ${quickMinutes} 分钟，或付款提出后不足 ${quickPaymentMinutes} 分钟，即作出决定。`,
      `Decided less than ${quickMinutes} minutes after the application, objection, review or report came, or less than ${quickPaymentMinutes} after the payment was prepared.`,
    ),
    applies: ({ event, minutesWaited, byItself }) =>
      !byItself && minutesWaited !== undefined && minutesWaited < (answered(event)?.leastMinutes ?? 0),
  },
  'outside-office': {
    title: text('超出本单位办理范围', 'outside the scope of the office'),
    meaning: text(
      '作出决定的人员所在单位不是这项决定应由其作出的单位。',
      'The decider’s office is not the one to which the decision belonged.',
    ),
    applies: ({ byItself, actorOffice, competentOffice }) =>
      !byItself && competentOffice !== undefined && actorOffice !== competentOffice,
  },
} as const satisfies Record<string, Finding>;

export type FindingId = keyof typeof findings;

const isFinding = (name: string): name is FindingId => Object.hasOwn(findings, name);
export const findingIds: readonly FindingId[] = Object.keys(findings).filter(isFinding);

/** What there is to find about a decision. */
export const findingsOf = (facts: FindingFacts): readonly FindingId[] =>
  findingIds.filter((id) => findings[id].applies(facts));
