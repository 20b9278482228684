import { text } from '../../language/text.ts';
import type { Programme } from '../programme.ts';
import { declaration } from './common/declaration.ts';
import { keysOfApplicant } from './common/keys.ts';
import {
  countyDefault,
  expeditePractice,
  interimMeasures,
  investmentAgreement,
  jointMeetingPractice,
  licensingLaw,
  publicityPractice,
  remedyBases,
  reviewPractice,
} from './common/legal-bases.ts';
import { countyOffice, financeBureau, humanResourcesBureau } from './common/offices.ts';
import { commonProcess, deliveryBy, fiveDayNotice } from './common/process.ts';
import { acceptance, bureauReview, jointMeeting, townReview } from './common/stages.ts';
import { documents } from './startup-grant/documents.ts';
import { form } from './startup-grant/form.ts';
import { guide } from './startup-grant/guide.ts';
import { obligations } from './startup-grant/obligations.ts';
import { precheck } from './startup-grant/precheck.ts';
import { benefit, onceOnly, parameters, rules, terms } from './startup-grant/reckoning.ts';

/** 就业创业补助: cash for first-time founders, decided by the human-resources bureau. */
export const startupGrant: Programme = {
  ...commonProcess,
  id: 'startup-grant',
  version: 1,
  title: text('就业创业补助', 'Startup grant'),
  summary: text(
    '给首次创业的社区工厂一次性现金补助，每户企业最高 10 万元。',
    'A one-off cash grant for first-time founders, up to 100,000 yuan per enterprise.',
  ),
  owner: humanResourcesBureau,
  effectiveFrom: '2026-01-01',
  legalBases: [
    interimMeasures,
    investmentAgreement,
    licensingLaw,
    jointMeetingPractice,
    expeditePractice,
    reviewPractice,
    publicityPractice,
    countyDefault,
    ...remedyBases,
  ],
  parameters,
  guide,
  precheck,
  form,
  keys: keysOfApplicant({ plannedJobs: 'workers', plannedPoorJobs: 'poorWorkers' }),
  declaration,
  documents,
  terms,
  rules,
  benefit,
  onceOnly,
  stages: [
    acceptance(),
    townReview(
      { id: 'operating', label: text('厂点正常生产，员工在岗', 'The site is working, workers are present') },
      { id: 'equipment-seen', label: text('设备清单与现场设备一致', 'The equipment listed is there') },
    ),
    bureauReview(humanResourcesBureau, {
      id: 'invoices-checked',
      label: text('发票真伪已查验', 'The invoices were verified as genuine'),
    }),
    jointMeeting,
  ],
  notice: fiveDayNotice(countyOffice),
  delivery: deliveryBy(financeBureau),
  obligations,
};
