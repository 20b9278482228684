import { toApplicant, toHandler, toHead, toNextOffice, toOffice, toOfficer } from '../addressing.ts';
import { benefitText, countText, dateText, officerOfState } from '../facts.ts';
import { type MessageRule, nobody } from '../rule.ts';
import type { ApplicationEvent } from './groups.ts';

/** From submission to the decision, and what can follow a refusal. */
export const applicationRules: { readonly [T in ApplicationEvent]: MessageRule<T> } = {
  'application-submitted': (_, facts) => [
    ...toApplicant('receipt', facts),
    ...toNextOffice('case-arrived', facts),
  ],
  'case-claimed': nobody,
  'case-released': (_, facts) => toOfficer(officerOfState(facts.before), 'case-taken-away', facts),
  'case-delegated': ({ to }, facts) => [
    ...toOfficer(to, 'case-assigned', facts),
    ...toOfficer(officerOfState(facts.before), 'case-taken-away', facts),
  ],
  'application-accepted': ({ silent }, facts) => [
    ...toApplicant(silent ? 'accepted-by-silence' : 'accepted', facts),
    ...toNextOffice('case-arrived', facts),
    ...(silent && facts.before && 'office' in facts.before
      ? toHead(facts.before.office, 'silence-accepted', facts)
      : []),
  ],
  'correction-requested': ({ items }, facts) =>
    toApplicant('correction-wanted', facts, { count: countText(items.length) }),
  'correction-submitted': (_, facts) => [
    ...toApplicant('correction-received', facts),
    ...toHandler(facts.after, 'case-corrected', facts),
  ],
  'application-not-accepted': (_, facts) => toApplicant('not-accepted', facts),
  'site-visited': (_, facts) => {
    const { after, programme } = facts;
    if (after.status !== 'under-review') return [];
    const stage = programme.stages.find(({ id }) => id === after.stage);
    return stage?.officers === 2 ? toNextOffice('second-officer-wanted', facts) : [];
  },
  'site-visit-confirmed': (_, facts) =>
    toOfficer(officerOfState(facts.after), 'second-officer-confirmed', facts),
  'recommendation-made': (_, facts) => [
    ...toApplicant('at-next-stage', facts),
    ...toNextOffice('case-arrived', facts),
  ],
  'stage-approved': (_, facts) => [
    ...toApplicant('at-next-stage', facts),
    ...toNextOffice('case-arrived', facts),
  ],
  'application-approved': ({ grant, after }, facts) => {
    const benefit = { benefit: benefitText(facts.programme, grant.amount) };
    return after.to === 'notice'
      ? [
          ...toApplicant('approved-in-notice', facts, benefit),
          ...toOffice(after.office, 'notice-began', facts),
        ]
      : [
          ...toApplicant('approved', facts, benefit),
          ...toOffice(after.office, 'case-to-deliver', facts, benefit),
        ];
  },
  'application-refused': ({ reviewUntil }, facts) =>
    toApplicant(reviewUntil === undefined ? 'refused-after-review' : 'refused', facts),
  'expedite-requested': (_, facts) => {
    const { after } = facts;
    return after.status === 'under-review' ? toHead(after.office, 'expedite-asked', facts) : [];
  },
  'expedite-decided': ({ agreed }, facts) => {
    const asked = facts.before?.status === 'under-review' ? facts.before.expediteBy : undefined;
    return agreed
      ? [...toApplicant('expedited', facts), ...toOfficer(asked, 'expedite-agreed', facts)]
      : toOfficer(asked, 'expedite-declined', facts);
  },
  'clock-extended': (_, facts) => toApplicant('extended', facts),
  'due-date-moved': (_, facts) => [
    ...toApplicant('promise-moved', facts),
    ...toHandler(facts.after, 'promise-moved-for-desk', facts),
  ],
  'case-escalated': ({ level }, facts) => {
    const { after } = facts;
    if (after.status === 'approved') return toHead(after.office, 'delivery-late', facts);
    const template = level === 'half' ? 'half-used' : 'all-used';
    return after.status === 'under-review'
      ? [...toHead(after.office, template, facts), ...toOfficer(after.officer, template, facts)]
      : [];
  },
  'objection-filed': (_, facts) => [
    ...toApplicant('objection-received', facts),
    ...toNextOffice('objection-to-answer', facts),
  ],
  'objection-dismissed': (_, facts) => toApplicant('objection-dismissed', facts),
  'objection-upheld': (_, facts) => toApplicant('objection-upheld', facts),
  'notice-closed': ({ office, deliverBy }, facts) => {
    const amount = facts.after.status === 'approved' ? facts.after.amount : 0;
    const params = { benefit: benefitText(facts.programme, amount), due: dateText(deliverBy) };
    return [
      ...toApplicant('notice-closed', facts, params),
      ...toOffice(office, 'case-to-deliver', facts, params),
    ];
  },
  'application-withdrawn': (_, facts) => [
    ...toApplicant('withdrawn', facts),
    ...toHandler(facts.before, 'case-withdrawn', facts),
  ],
  'application-lapsed': (_, facts) => [
    ...toApplicant('lapsed', facts),
    ...toHandler(facts.before, 'case-lapsed', facts),
  ],
  'internal-review-requested': (_, facts) => [
    ...toApplicant('review-received', facts),
    ...toNextOffice('review-to-decide', facts),
  ],
  'refusal-upheld': (_, facts) => toApplicant('refusal-upheld', facts),
  'refusal-revoked': (_, facts) => [
    ...toApplicant('refusal-revoked', facts),
    ...toNextOffice('case-arrived', facts),
  ],
  'service-rated': nobody,
};
