import { text } from '../../language/text.ts';
import type { OfficeRef, Programme } from '../programme.ts';
import { declaration } from './common/declaration.ts';
import { keysOfApplicant } from './common/keys.ts';
import {
  countyDefault,
  expeditePractice,
  jointMeetingPractice,
  labourLaw,
  licensingLaw,
  publicityPractice,
  rainDew,
  remedyBases,
  reviewPractice,
  skillsTraining,
} from './common/legal-bases.ts';
import { countyOffice, financeBureau } from './common/offices.ts';
import { commonProcess, deliveryBy, tenDayNotice } from './common/process.ts';
import { acceptance, bureauReview, jointMeeting, townReview } from './common/stages.ts';
import { documents } from './training-subsidy/documents.ts';
import { form } from './training-subsidy/form.ts';
import { guide } from './training-subsidy/guide.ts';
import { obligations } from './training-subsidy/obligations.ts';
import { precheck } from './training-subsidy/precheck.ts';
import { benefit, onceOnly, parameters, terms } from './training-subsidy/reckoning.ts';
import { rules } from './training-subsidy/rules.ts';

/** The stream chosen in the form says which bureau decides. */
const bureauOfStream: OfficeRef = {
  kind: 'by-answer',
  answer: 'stream',
  offices: { 'rain-dew': 'poverty-relief-bureau', skills: 'human-resources-bureau' },
};

/** 培训补贴: money for every trainee who qualifies, in two streams. */
export const trainingSubsidy: Programme = {
  ...commonProcess,
  id: 'training-subsidy',
  version: 1,
  title: text('培训补贴', 'Training subsidy'),
  summary: text(
    '培训新员工，按合格人数补贴：雨露计划每人 1,000 元，技能培训每人 500 元。',
    'For training new workers: 1,000 yuan (Rain-Dew) or 500 yuan (skills) for each who qualifies.',
  ),
  owner: bureauOfStream,
  effectiveFrom: '2026-01-01',
  legalBases: [
    rainDew,
    skillsTraining,
    labourLaw,
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
  keys: keysOfApplicant(),
  declaration,
  documents,
  terms,
  rules,
  benefit,
  onceOnly,
  stages: [
    acceptance(),
    townReview(
      {
        id: 'held',
        label: text('培训确已开办，抽查学员属实', 'The session took place; trainees spot-checked'),
      },
      { id: 'attendance-seen', label: text('签到表与名单一致', 'Attendance sheets agree with the list') },
    ),
    bureauReview(bureauOfStream, {
      id: 'status-compared',
      label: text('学员身份已与部门数据比对', 'Trainees’ status compared with the register'),
    }),
    jointMeeting,
  ],
  notice: tenDayNotice(countyOffice),
  delivery: deliveryBy(financeBureau),
  obligations,
};
