import type { DecisionDto } from '../api/routes/auditor.ts';
import { dateInShanghai, timeInShanghai } from '../calendar/instant.ts';
import { findings } from '../decisions/findings.ts';
import { outcomes } from '../decisions/outcome.ts';
import { officeName } from '../identity/office.ts';
import { towns } from '../identity/town.ts';
import { type Locale, type Text, text } from '../language/text.ts';

/** A cell of a spreadsheet: numbers are numbers, everything else is text. */
export type Cell = string | number;

export type Column = {
  readonly label: Text;
  readonly cell: (decision: DecisionDto, locale: Locale) => Cell;
};

const townNames = new Map(towns.map(({ code, name }) => [code, name]));

/** Yuan of fen: exact to the cent for every amount that fits a safe integer. */
const yuan = (fen: number): number => fen / 100;

/** What a spreadsheet of decisions shows, from left to right. */
export const decisionColumns: readonly Column[] = [
  { label: text('案件编号', 'Case'), cell: ({ caseId }) => caseId },
  { label: text('事件序号', 'Event'), cell: ({ seq }) => seq },
  { label: text('日期', 'Date'), cell: ({ at }) => dateInShanghai(at) },
  { label: text('北京时间', 'Beijing time'), cell: ({ at }) => timeInShanghai(at) },
  { label: text('政策', 'Programme'), cell: ({ programmeTitle }, locale) => programmeTitle[locale] },
  { label: text('版本', 'Version'), cell: ({ version }) => version },
  {
    label: text('镇', 'Town'),
    cell: ({ town }, locale) => townNames.get(town)?.[locale] ?? town,
  },
  { label: text('环节', 'Stage'), cell: ({ stageTitle }, locale) => stageTitle[locale] },
  { label: text('结果', 'Outcome'), cell: ({ outcome }, locale) => outcomes[outcome][locale] },
  { label: text('单位', 'Office'), cell: ({ office }, locale) => officeName(office)[locale] },
  { label: text('经办人账号', 'Officer'), cell: ({ officer }) => officer },
  { label: text('申请人账号', 'Applicant'), cell: ({ applicant }) => applicant },
  { label: text('申请单位', 'Enterprise'), cell: ({ enterpriseName }) => enterpriseName },
  { label: text('金额（元）', 'Amount (yuan)'), cell: ({ amount }) => yuan(amount) },
  { label: text('核算金额（元）', 'Reckoned (yuan)'), cell: ({ computed }) => yuan(computed) },
  { label: text('用时（工作日）', 'Days used'), cell: ({ daysUsed }) => daysUsed },
  { label: text('承诺（工作日）', 'Days promised'), cell: ({ daysPromised }) => daysPromised },
  {
    label: text('审计提示', 'Findings'),
    cell: ({ findings: found }, locale) => found.map((id) => findings[id].title[locale]).join('; '),
  },
  { label: text('账本序号', 'Ledger entry'), cell: ({ logIndex }) => logIndex },
];
