import type { AwardDto } from '../../../shared/api/dto/award.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { formatMoney } from '../../../shared/language/format.ts';
import { type Text, text } from '../../../shared/language/text.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { handoverItemLabels, handoverItems } from '../../../shared/workflow/award/handover-items.ts';
import { counted, said } from '../../lib/answered.ts';
import type { AwardAct, AwardCommand } from './act-names.ts';

/** The form of an act: what is asked, what stands there already, and the command it makes. */
type ActForm = {
  readonly fields: (award: AwardDto, programme: Programme) => readonly Field[];
  readonly initial?: (award: AwardDto) => Answers;
  readonly command: (answers: Answers) => AwardCommand;
};

const words = (id: string, label: Text): Field => ({
  type: 'long-text',
  id,
  label,
  required: true,
  minLength: 2,
});
const reason = words('reason', text('理由', 'Reason'));
const findings = words('findings', text('核查情况', 'Findings'));
const day = (id: string, label: Text): Field => ({ type: 'date', id, label, required: true });
const voucher: Field = {
  type: 'text',
  id: 'voucher',
  label: text('凭证号', 'Voucher number'),
  required: true,
  maxLength: 40,
};
const amount = (label: Text, max: number, hint?: Text): Field => ({
  type: 'money',
  id: 'amount',
  label,
  required: true,
  min: 0,
  max,
  ...(hint && { hint }),
});
const choiceOf = (id: string, label: Text, options: readonly { value: string; label: Text }[]): Field => ({
  type: 'choice',
  id,
  label,
  required: true,
  options: [...options],
});

const verdicts = ['kept', 'incomplete', 'breached'] as const;
const verdictLabels: Readonly<Record<(typeof verdicts)[number], Text>> = {
  kept: text('已履行', 'Kept'),
  incomplete: text('报告不完整，退回补充', 'Incomplete: send back'),
  breached: text('违约，通知整改', 'Breached: give notice'),
};

/** Duties that can be assessed: reported on, or looked at by the town when their day has come. */
const assessable = ({ duties }: AwardDto) =>
  duties.filter(({ state, hasForm }) => state === 'reported' || (!hasForm && state !== 'later'));

const dutyChoice = (options: readonly { readonly id: string; readonly title: Text }[]): Field =>
  choiceOf(
    'obligation',
    text('履约事项', 'Duty'),
    options.map(({ id, title }) => ({ value: id, label: title })),
  );

/** Payments that may come back from the bank. */
const paidParts = ({ payments }: AwardDto) =>
  payments
    .filter(({ outcome }) => outcome === 'paid')
    .map(({ part, amount: sum, voucher: number = '' }) => ({
      value: String(part),
      label: text(
        `第 ${part} 笔 ${formatMoney(sum, 'zh')}，凭证号 ${number}`,
        `Part ${part}: ${formatMoney(sum, 'en')}, voucher ${number}`,
      ),
    }));

/** Fen to be repaid, written off or not. */
const stillOwed = ({ recovery, writtenOff }: AwardDto): number =>
  recovery ? recovery.amount - recovery.repaid : writtenOff;

export const actForms: Readonly<Record<AwardAct, ActForm>> = {
  'prepare-payment': {
    fields: ({ unpaid }) => [
      amount(text('本次付款（元）', 'This payment (yuan)'), unpaid),
      { type: 'text', id: 'note', label: text('备注', 'Note'), required: false, maxLength: 200 },
    ],
    initial: ({ unpaid }) => ({ amount: unpaid }),
    command: (answers) => {
      const note = said(answers, 'note');
      return { type: 'prepare-payment', amount: counted(answers, 'amount'), ...(note !== '' && { note }) };
    },
  },
  'approve-payment': { fields: () => [], command: () => ({ type: 'approve-payment' }) },
  'cancel-payment': {
    fields: () => [reason],
    command: (answers) => ({ type: 'cancel-payment', reason: said(answers, 'reason') }),
  },
  'record-paid': {
    fields: () => [voucher, day('paidOn', text('付款日期', 'Paid on'))],
    command: (answers) => ({
      type: 'record-paid',
      voucher: said(answers, 'voucher'),
      paidOn: said(answers, 'paidOn'),
    }),
  },
  'record-payment-failed': {
    fields: () => [reason],
    command: (answers) => ({ type: 'record-payment-failed', reason: said(answers, 'reason') }),
  },
  'record-sent-back': {
    fields: (award) => [
      {
        ...choiceOf('part', text('退回的是哪一笔', 'Which payment came back'), paidParts(award)),
        hint: text(
          '款项已付出、又被银行退回时登记。登记后这笔钱重新待付。',
          'For money that had left and came back. It is then to be paid again.',
        ),
      },
      { ...voucher, label: text('退汇凭证号', 'Voucher of the money that came back') },
      day('returnedOn', text('退回日期', 'Came back on')),
      words('reason', text('银行说明的原因', 'What the bank says')),
    ],
    initial: (award): Answers => {
      const [only, ...others] = paidParts(award);
      return only && others.length === 0 ? { part: only.value } : {};
    },
    command: (answers) => ({
      type: 'record-sent-back',
      part: Number(said(answers, 'part')),
      voucher: said(answers, 'voucher'),
      returnedOn: said(answers, 'returnedOn'),
      reason: said(answers, 'reason'),
    }),
  },
  'record-repayment': {
    fields: (award) => [
      amount(text('退款金额（元）', 'Repaid (yuan)'), stillOwed(award)),
      voucher,
      day('receivedOn', text('到账日期', 'Received on')),
    ],
    initial: (award) => ({ amount: stillOwed(award) }),
    command: (answers) => ({
      type: 'record-repayment',
      amount: counted(answers, 'amount'),
      voucher: said(answers, 'voucher'),
      receivedOn: said(answers, 'receivedOn'),
    }),
  },
  'propose-write-off': {
    fields: () => [
      words('reason', text('追不回的原因和已采取的措施', 'Why it cannot be collected, and what was tried')),
      words('basis', text('核销依据', 'Basis, e.g. a court’s ruling')),
    ],
    command: (answers) => ({
      type: 'propose-write-off',
      reason: said(answers, 'reason'),
      basis: said(answers, 'basis'),
    }),
  },
  'confirm-handover': {
    fields: () => [
      {
        type: 'choices',
        id: 'checklist',
        label: text('交接清单', 'Checklist'),
        required: true,
        minChosen: handoverItems.length,
        options: handoverItems.map((value) => ({ value, label: handoverItemLabels[value] })),
      },
      day('leaseFrom', text('租期开始', 'Lease from')),
      day('leaseTo', text('租期结束', 'Lease to')),
    ],
    initial: ({ premises }): Answers => (premises ? { leaseFrom: premises.from, leaseTo: premises.to } : {}),
    command: (answers) => {
      const { checklist } = answers;
      const ticked = new Set<unknown>(Array.isArray(checklist) ? checklist : []);
      return {
        type: 'confirm-handover',
        checklist: handoverItems.filter((item) => ticked.has(item)),
        leaseFrom: said(answers, 'leaseFrom'),
        leaseTo: said(answers, 'leaseTo'),
      };
    },
  },
  'confirm-lease': {
    fields: () => [findings],
    command: (answers) => ({ type: 'confirm-lease', findings: said(answers, 'findings') }),
  },
  'assess-report': {
    fields: (award) => [
      dutyChoice(assessable(award)),
      choiceOf(
        'verdict',
        text('结论', 'Verdict'),
        verdicts.map((value) => ({ value, label: verdictLabels[value] })),
      ),
      findings,
    ],
    initial: (award): Answers => {
      const [only, ...others] = assessable(award);
      return only && others.length === 0 ? { obligation: only.id } : {};
    },
    command: (answers) => ({
      type: 'assess-report',
      obligation: said(answers, 'obligation'),
      verdict: verdicts.find((verdict) => verdict === answers.verdict) ?? 'incomplete',
      findings: said(answers, 'findings'),
    }),
  },
  'record-breach': {
    fields: (_, { obligations }) => [dutyChoice(obligations), words('facts', text('事实', 'Facts'))],
    command: (answers) => ({
      type: 'record-breach',
      obligation: said(answers, 'obligation'),
      facts: said(answers, 'facts'),
    }),
  },
  'confirm-mended': {
    fields: () => [findings],
    command: (answers) => ({ type: 'confirm-mended', findings: said(answers, 'findings') }),
  },
  'open-recovery': {
    fields: ({ breach }) => [
      amount(
        text('追回金额（元）', 'To recover (yuan)'),
        breach?.recoverable ?? 0,
        text('不得高于按规定核算的数额。', 'No more than the rule reckons.'),
      ),
      {
        type: 'yes-no',
        id: 'terminate',
        label: text('同时终止扶持', 'End the award as well?'),
        hint: text(
          '终止后余款不再支付，厂房收回，不再要求报告。',
          'What is unpaid stays unpaid, the lease ends, and no more reports are due.',
        ),
        required: true,
      },
      reason,
    ],
    initial: ({ breach }) => ({ amount: breach?.recoverable ?? 0 }),
    command: (answers) => ({
      type: 'open-recovery',
      amount: counted(answers, 'amount'),
      terminate: answers.terminate === true,
      reason: said(answers, 'reason'),
    }),
  },
  'approve-write-off': {
    fields: () => [reason],
    command: (answers) => ({ type: 'approve-write-off', reason: said(answers, 'reason') }),
  },
  'decline-write-off': {
    fields: () => [reason],
    command: (answers) => ({ type: 'decline-write-off', reason: said(answers, 'reason') }),
  },
  'release-unpaid': {
    fields: () => [reason],
    command: (answers) => ({ type: 'release-unpaid', reason: said(answers, 'reason') }),
  },
  'cancel-award': {
    fields: () => [reason],
    command: (answers) => ({ type: 'cancel-award', reason: said(answers, 'reason') }),
  },
};
