import { text } from '../../language/text.ts';
import type { Programme } from '../programme.ts';
import { declaration } from './common/declaration.ts';
import { keysOfApplicant } from './common/keys.ts';
import {
  countyDefault,
  expeditePractice,
  interimMeasures,
  jointMeetingPractice,
  licensingLaw,
  poorJobsPractice,
  publicityPractice,
  remedyBases,
  reviewPractice,
} from './common/legal-bases.ts';
import { countyOffice, povertyReliefBureau, townOfCase } from './common/offices.ts';
import { commonProcess, deliveryBy, fiveDayNotice } from './common/process.ts';
import { acceptance, bureauReview, jointMeeting, townReview } from './common/stages.ts';
import { documents } from './rent-free-premises/documents.ts';
import { form } from './rent-free-premises/form.ts';
import { guide } from './rent-free-premises/guide.ts';
import { obligations } from './rent-free-premises/obligations.ts';
import { precheck } from './rent-free-premises/precheck.ts';
import { benefit, onceOnly, parameters, rules, terms } from './rent-free-premises/reckoning.ts';

/** 免租厂房: floor area in a relocation community, rent-free for up to three years. */
export const rentFreePremises: Programme = {
  ...commonProcess,
  id: 'rent-free-premises',
  version: 1,
  title: text('免租厂房', 'Rent-free premises'),
  summary: text(
    '在移民搬迁社区办厂，最长三年免收厂房租金。',
    'A factory in a relocation community, rent-free for up to three years.',
  ),
  owner: povertyReliefBureau,
  effectiveFrom: '2026-01-01',
  legalBases: [
    interimMeasures,
    licensingLaw,
    jointMeetingPractice,
    expeditePractice,
    reviewPractice,
    poorJobsPractice,
    publicityPractice,
    countyDefault,
    ...remedyBases,
  ],
  parameters,
  guide,
  precheck,
  form,
  keys: keysOfApplicant({ plannedJobs: 'plannedJobs', plannedPoorJobs: 'plannedPoorJobs' }),
  declaration,
  documents,
  terms,
  rules,
  benefit,
  onceOnly,
  stages: [
    acceptance(),
    townReview(
      { id: 'premises-seen', label: text('厂房空置、可以交付使用', 'The premises are empty and usable') },
      { id: 'plan-plausible', label: text('投资和用工计划切实可行', 'The plans are realistic') },
    ),
    bureauReview(povertyReliefBureau, {
      id: 'inventory-checked',
      label: text('厂房面积和参考租金与清单一致', 'Area and reference rent agree with the inventory'),
    }),
    jointMeeting,
  ],
  notice: fiveDayNotice(countyOffice),
  delivery: deliveryBy(townOfCase),
  obligations,
};
