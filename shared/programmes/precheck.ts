import type { Answers } from '../forms/answers.ts';
import { fieldsOf } from '../forms/field.ts';
import { townByCode } from '../identity/town.ts';
import { fillQuantities } from '../language/quantity.ts';
import { type Text, text } from '../language/text.ts';
import type { Cel, Scope } from '../rules/cel.ts';
import { formValues } from '../rules/form-environment.ts';
import { environmentFor, parameterValues, precheckVariables } from '../rules/programme-environment.ts';
import { precheckForm } from './precheck-questions.ts';
import type { Programme } from './programme.ts';

export type PrecheckAnswer = {
  readonly programmeId: string;
  readonly title: Text;
  readonly verdict: 'yes' | 'no' | 'depends';
  /** Why not, or on what it depends; empty for a plain yes. */
  readonly reasons: readonly Text[];
  /** Indicative fen; 0 when the verdict is no. */
  readonly amount: number;
  readonly amountNote: Text;
};

/**
 * “我能享受什么?”: for each programme yes, no or depends, the reasons, and an indicative amount. `answers`
 * are to `precheckForm` and checked by it; what was left out makes the verdict depend on it. `today` is a
 * date in Asia/Shanghai. One no outweighs everything else, and only the reasons of that weight are told.
 */
export const precheck = (
  programmes: readonly Programme[],
  answers: Answers,
  today: string,
): readonly PrecheckAnswer[] => programmes.map((programme) => answerFor(programme, answers, today));

type Reason = { readonly verdict: 'no' | 'depends'; readonly reason: Text };

function answerFor(programme: Programme, answers: Answers, today: string): PrecheckAnswer {
  const cel = environmentFor(programme, 'precheck', () => precheckVariables(programme));
  const scope = onlyWhatWasAnswered(
    cel.scope({ ...formValues(precheckForm, answers, today), ...parameterValues(programme) }),
    answers,
  );
  const reasons = [
    ...timeAndPlace(programme, answers, today),
    ...programme.precheck.rules.flatMap((rule) => reasonOf(rule, cel, scope, programme)),
  ];
  const verdict = reasons.some((reason) => reason.verdict === 'no')
    ? 'no'
    : reasons.length > 0
      ? 'depends'
      : 'yes';
  return {
    programmeId: programme.id,
    title: programme.title,
    verdict,
    reasons: distinct(reasons.filter((reason) => reason.verdict === verdict).map(({ reason }) => reason)),
    amount: verdict === 'no' ? 0 : indicativeAmount(cel, programme, scope),
    amountNote: programme.precheck.amountNote,
  };
}

/** A question left out must fail the expressions that need it, not count as zero. */
const onlyWhatWasAnswered = (scope: Scope, answers: Answers): Scope => {
  const open = new Set(
    fieldsOf(precheckForm)
      .map(({ id }) => id)
      .filter((id) => !Object.hasOwn(answers, id)),
  );
  return new Map([...scope].filter(([name]) => !open.has(name)));
};

function timeAndPlace(programme: Programme, answers: Answers, today: string): readonly Reason[] {
  const { effectiveFrom, effectiveTo, towns } = programme;
  const reasons: Reason[] = [];
  if (today < effectiveFrom || (effectiveTo !== undefined && today > effectiveTo))
    reasons.push({
      verdict: 'no',
      reason: text('该项目目前不接受申请。', 'This programme is not open now.'),
    });
  if (towns !== undefined && typeof answers.town === 'string' && !towns.includes(answers.town))
    reasons.push({ verdict: 'no', reason: onlyIn(towns) });
  if (towns !== undefined && answers.town === undefined)
    reasons.push({ verdict: 'depends', reason: onlyIn(towns) });
  return reasons;
}

function onlyIn(towns: readonly string[]): Text {
  const names = towns.map((code) => townByCode(code)?.name ?? text(code, code));
  return text(
    `只面向${names.map(({ zh }) => zh).join('、')}的厂点。`,
    `Only for sites in ${names.map(({ en }) => en).join(', ')}.`,
  );
}

const unanswered = text(
  '还有问题没有回答，暂时无法判断。',
  'Some questions are still open, so this cannot be told yet.',
);

function reasonOf(
  { expression, verdict, reason }: Programme['precheck']['rules'][number],
  cel: Cel,
  scope: Scope,
  programme: Programme,
): readonly Reason[] {
  const result = cel.evaluate(expression, scope);
  if (!result.ok) return [{ verdict: 'depends', reason: unanswered }];
  return result.value === true ? [] : [{ verdict, reason: withParameters(reason, programme) }];
}

const withParameters = (reason: Text, { parameters }: Programme): Text =>
  fillQuantities(reason, Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter])));

function indicativeAmount(cel: Cel, programme: Programme, scope: Scope): number {
  const result = cel.evaluate(programme.precheck.amount, scope);
  return result.ok && typeof result.value === 'number' ? Math.max(0, result.value) : 0;
}

const distinct = (reasons: readonly Text[]): readonly Text[] => [
  ...new Map(reasons.map((reason) => [reason.zh, reason])).values(),
];
