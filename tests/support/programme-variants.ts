import type { Programme } from '../../shared/programmes/programme.ts';
import {
  aProgramme,
  aStage,
  bureau,
  county,
  premisesBenefit,
  theObligations,
  theStages,
  townOfCase,
} from './programme-builder.ts';

const { acceptance, townReview, bureauReview, jointMeeting } = theStages;

/** The shapes a programme's way can have: what a test of the workflow should hold for. */
export const programmeVariants: readonly Programme[] = [
  aProgramme({ obligations: theObligations }),
  // Two officers at the joint meeting, whose minutes the second confirms; the notice counts calendar days.
  aProgramme({
    stages: [acceptance, townReview, bureauReview, { ...jointMeeting, officers: 2 }],
    notice: { days: 10, count: 'calendar', office: bureau, basis: 'measures' },
  }),
  // The town decides about its own money, and there is no notice.
  (({ notice: _, ...programme }) => programme)(
    aProgramme({
      stages: [
        acceptance,
        aStage({ id: 'town-decision', kind: 'decision', office: townOfCase, officers: 2, siteVisit: true }),
      ],
      benefit: {
        kind: 'money',
        amount: 'grant',
        fund: { funder: 'town', programme: 'test-grant' },
        recurs: 'yearly',
      },
      owner: townOfCase,
      delivery: { workingDays: 15, office: townOfCase, basis: 'measures' },
    }),
  ),
  // Premises, and an acceptance that escalates instead of accepting by silence.
  aProgramme({
    stages: [{ ...acceptance, onSilence: 'escalate' }, townReview, bureauReview],
    internalReview: { workingDays: 10, office: bureau, basis: 'measures' },
    notice: { days: 5, count: 'working', office: county, basis: 'measures' },
    terms: [],
    benefit: premisesBenefit,
    delivery: { workingDays: 15, office: townOfCase, basis: 'measures' },
    obligations: theObligations,
  }),
];
