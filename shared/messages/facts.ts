import { officeName } from '../identity/office.ts';
import { formatDate, formatInteger, formatMoneyWithWan, inBoth } from '../language/format.ts';
import { type Text, text } from '../language/text.ts';
import type { Programme } from '../programmes/programme.ts';
import type { CaseState } from '../workflow/state.ts';

/** What a rule may know besides the event: the case before and after it, and who acted. */
export type Facts = {
  /** Undefined when the event is the first. */
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly programme: Programme;
  readonly actor: string;
  /** Instant. */
  readonly at: string;
};

export type Params = Readonly<Record<string, Text>>;

export const dateText = (date: string): Text => inBoth((locale) => formatDate(date, locale));
export const countText = (count: number): Text => inBoth(() => formatInteger(count));
export const moneyText = (fen: number): Text => inBoth((locale) => formatMoneyWithWan(fen, locale));
export const officeText = officeName;

export const officeOfState = (state: CaseState): string | undefined =>
  'office' in state ? state.office : undefined;

export const officerOfState = (state: CaseState | undefined): string | undefined =>
  state !== undefined && 'officer' in state ? state.officer : undefined;

/** What a programme gives, with its worth in fen. */
export function benefitText({ benefit }: Programme, fen: number): Text {
  const worth = moneyText(fen);
  return benefit.kind === 'money'
    ? text(`补助 ${worth.zh}`, worth.en)
    : text(`免租厂房（租金价值 ${worth.zh}）`, `premises rent-free, worth ${worth.en}`);
}

/** Case and programme; and office, stage and date where the case has them. */
export function usualParams({ after, programme }: Facts): Params {
  const office = officeOfState(after);
  const stageId = 'stage' in after ? after.stage : undefined;
  const stage = programme.stages.find(({ id }) => id === stageId);
  const due = 'due' in after ? after.due : undefined;
  return {
    case: text(after.caseId, after.caseId),
    programme: programme.title,
    ...(office !== undefined && { office: officeText(office) }),
    ...(stage && { stage: stage.title }),
    ...(due !== undefined && { due: dateText(due) }),
  };
}
