import { townOfficeId } from '../../identity/office.ts';
import type { Text } from '../../language/text.ts';
import { officeOf } from '../../workflow/stages.ts';
import { toApplicant, toHead, toOffice, toOfficer } from '../addressing.ts';
import { countText, dateText, type Facts, moneyText, officeText } from '../facts.ts';
import { type MessageRule, nobody } from '../rule.ts';
import type { AwardEvent } from './groups.ts';

const obligationText = (id: string, { programme }: Facts): Text => {
  const obligation = programme.obligations.find((candidate) => candidate.id === id);
  return obligation?.title ?? { zh: id, en: id };
};

const about = (id: string, facts: Facts) => ({ obligation: obligationText(id, facts) });

/** The office that pays or hands over. */
const deliveryOffice = ({ after, programme }: Facts): string => officeOf(programme.delivery.office, after);
const ownerOffice = ({ after, programme }: Facts): string => officeOf(programme.owner, after);
const townOffice = ({ after }: Facts): string => townOfficeId(after.town);

/** Whoever prepared the payment that the event is about. */
const preparer = ({ before }: Facts): string | undefined =>
  before?.status === 'approved' ? before.payment?.by : undefined;

/** After approval: delivery, duties, breach, recovery. */
export const awardRules: { readonly [T in AwardEvent]: MessageRule<T> } = {
  'documents-supplied': ({ documents }, facts) =>
    toOffice('office' in facts.after ? facts.after.office : undefined, 'documents-came', facts, {
      count: countText(documents.length),
    }),
  'payment-prepared': ({ amount }, facts) =>
    toOffice(deliveryOffice(facts), 'payment-to-approve', facts, { amount: moneyText(amount) }),
  'payment-approved': (_, facts) => toOfficer(preparer(facts), 'payment-approved', facts),
  'payment-cancelled': (_, facts) => toOfficer(preparer(facts), 'payment-cancelled', facts),
  'payment-made': ({ amount, paidOn }, facts) =>
    toApplicant('paid', facts, { amount: moneyText(amount), on: dateText(paidOn) }),
  'payment-failed': (_, facts) =>
    toApplicant('payment-failed', facts, { office: officeText(deliveryOffice(facts)) }),
  'payment-sent-back': ({ amount, returnedOn }, facts) =>
    toApplicant('payment-sent-back', facts, {
      amount: moneyText(amount),
      on: dateText(returnedOn),
      office: officeText(deliveryOffice(facts)),
    }),
  'unpaid-released': ({ amount }, facts) =>
    toApplicant('unpaid-released', facts, { amount: moneyText(amount) }),
  'award-cancelled': (_, facts) => toApplicant('award-cancelled', facts),
  'premises-handed-over': ({ lease }, facts) =>
    toApplicant('handed-over', facts, { from: dateText(lease.from), to: dateText(lease.to) }),
  'lease-confirmed': nobody,
  'report-submitted': ({ obligation }, facts) =>
    toOffice(townOffice(facts), 'report-to-assess', facts, about(obligation, facts)),
  'obligation-kept': ({ obligation }, facts) =>
    toApplicant('obligation-kept', facts, about(obligation, facts)),
  'report-sent-back': ({ obligation }, facts) =>
    toApplicant('report-sent-back', facts, about(obligation, facts)),
  'report-fell-due': ({ obligation }, facts) => [
    ...toApplicant('report-overdue', facts, about(obligation, facts)),
    ...toOffice(townOffice(facts), 'report-overdue-for-town', facts, about(obligation, facts)),
  ],
  'breach-recorded': ({ obligation, mendBy }, facts) =>
    toApplicant('breach-found', facts, { ...about(obligation, facts), due: dateText(mendBy) }),
  'breach-mended': ({ obligation }, facts) => toApplicant('breach-mended', facts, about(obligation, facts)),
  'mend-ran-out': ({ obligation }, facts) => [
    ...toApplicant('mend-over', facts, about(obligation, facts)),
    ...toHead(ownerOffice(facts), 'mend-over-for-owner', facts, about(obligation, facts)),
  ],
  'recovery-opened': ({ obligation, amount, due, office }, facts) => {
    const params = { ...about(obligation, facts), amount: moneyText(amount), due: dateText(due) };
    return [
      ...toApplicant('recovery-opened', facts, params),
      ...toOffice(office, 'recovery-to-collect', facts, params),
    ];
  },
  'repayment-recorded': ({ amount }, facts) => toApplicant('repaid', facts, { amount: moneyText(amount) }),
  'write-off-proposed': ({ amount }, facts) =>
    toOffice(ownerOffice(facts), 'write-off-to-decide', facts, { amount: moneyText(amount) }),
  'write-off-declined': ({ office }, facts) => toOffice(office, 'write-off-declined', facts),
  'written-off': ({ amount }, facts) => [
    ...toApplicant('written-off', facts, { amount: moneyText(amount) }),
    ...toOffice(deliveryOffice(facts), 'written-off-for-desk', facts, { amount: moneyText(amount) }),
  ],
  'award-closed': (_, facts) => toApplicant('award-closed', facts),
};
