import { text } from '../../../language/text.ts';
import type { OfficeRef, Stage } from '../../programme.ts';
import { countyDefault, jointMeetingPractice, licensingLaw, reviewPractice } from './legal-bases.ts';
import { countyOffice, townOfCase } from './offices.ts';

type Checklist = Stage['checklist'];

/** 受理: five working days; silence counts as accepted. */
export const acceptance = (...more: Checklist): Stage => ({
  id: 'acceptance',
  title: text('镇受理', 'Acceptance by the town'),
  kind: 'acceptance',
  office: townOfCase,
  officers: 1,
  siteVisit: false,
  workingDays: 5,
  onSilence: 'accept',
  checklist: [
    { id: 'within-scope', label: text('属于本项目受理范围', 'Within the scope of the programme') },
    { id: 'complete', label: text('申请内容齐全、材料清晰可辨', 'Answers complete, documents legible') },
    ...more,
  ],
  basis: licensingLaw.id,
});

/** 镇审核: two officers visit the site and the town gives its opinion. */
export const townReview = (...more: Checklist): Stage => ({
  id: 'town-review',
  title: text('镇审核与现场核查', 'Town review and site visit'),
  kind: 'recommendation',
  office: townOfCase,
  officers: 2,
  siteVisit: true,
  workingDays: 7,
  onSilence: 'escalate',
  checklist: [
    {
      id: 'visited-by-two',
      label: text('两名工作人员已到现场核查', 'Two officers visited the site'),
    },
    {
      id: 'matches-application',
      label: text('现场情况与申请内容一致', 'The site matches the application'),
    },
    ...more,
  ],
  basis: countyDefault.id,
});

/** 部门审定: the programme's bureau decides. */
export const bureauReview = (office: OfficeRef, ...more: Checklist): Stage => ({
  id: 'bureau-review',
  title: text('主管部门审定', 'Decision by the bureau'),
  kind: 'decision',
  office,
  officers: 1,
  siteVisit: false,
  workingDays: 10,
  onSilence: 'escalate',
  checklist: [
    {
      id: 'originals-compared',
      label: text('材料与原件或部门数据比对一致', 'Documents agree with originals or official records'),
    },
    { id: 'amount-checked', label: text('核算过程和结果已复核', 'The reckoning has been checked') },
    {
      id: 'no-duplicate',
      label: text('未发现重复申领', 'No duplicate award was found'),
    },
    ...more,
  ],
  basis: reviewPractice.id,
});

/** 联席会议: decides again above the programme's threshold (parameter `jointMeetingThreshold`). */
export const jointMeeting: Stage = {
  id: 'joint-meeting',
  title: text('县联席会议审议', 'County joint meeting'),
  kind: 'joint-meeting',
  office: countyOffice,
  officers: 1,
  siteVisit: false,
  workingDays: 5,
  onSilence: 'escalate',
  checklist: [
    { id: 'minutes', label: text('会议纪要已形成并归档', 'The minutes are written and filed') },
    { id: 'quorum', label: text('成员单位已按规定出席', 'The member offices attended as required') },
  ],
  when: 'amount > jointMeetingThreshold',
  basis: jointMeetingPractice.id,
};
