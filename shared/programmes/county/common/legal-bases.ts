import { text } from '../../../language/text.ts';
import type { LegalBasis } from '../../programme.ts';

/**
 * The bases the county's programmes rest on. A programme lists those it cites, so that a published document
 * stands alone. `stated` ones are named in the county's own reports of 2016–17; the clause numbers are not
 * in them, so the clause says where to look instead of inventing one.
 */
export const interimMeasures = {
  id: 'interim-measures',
  title: text(
    '《平利县扶持发展社区工厂暂行办法》',
    'Pingli County Interim Measures for Supporting Community Factories',
  ),
  clause: text('扶持措施部分，以县政府印发文本为准', 'Support measures, as issued by the county government'),
  standing: 'stated',
} as const satisfies LegalBasis;

export const investmentAgreement = {
  id: 'investment-agreement',
  title: text('县政府与投资方签订的招商协议', 'Investment agreement between the county and the investor'),
  clause: text('协议约定的扶持条款', 'The support clauses of the agreement'),
  standing: 'stated',
} as const satisfies LegalBasis;

export const jointMeetingPractice = {
  id: 'joint-meeting-practice',
  title: text('社区工厂综合协调联席机制', 'Joint meeting mechanism for community factories'),
  clause: text(
    '由分管领导召集，专题研究社区工厂事项',
    'Convened by the leader in charge, on community factory matters',
  ),
  standing: 'stated',
} as const satisfies LegalBasis;

export const expeditePractice = {
  id: 'expedite-practice',
  title: text('社区工厂“特事特办”工作要求', 'Special handling of urgent community factory matters'),
  clause: text('保障建厂“有地”、招工“有人”', 'Securing sites and workers for factories'),
  standing: 'stated',
} as const satisfies LegalBasis;

export const licensingLaw = {
  id: 'administrative-licensing-law',
  title: text('《中华人民共和国行政许可法》', 'Administrative Licensing Law of the PRC'),
  clause: text(
    '参照第三十二条（五日内一次告知，逾期不告知视为受理）、第四十四条（十日内送达）',
    'By analogy with Art. 32 (one notice within five days, silence counts as accepted) and Art. 44 (delivery within ten days)',
  ),
  standing: 'law',
} as const satisfies LegalBasis;

const reconsiderationLaw = {
  id: 'administrative-reconsideration-law',
  title: text('《中华人民共和国行政复议法》', 'Administrative Reconsideration Law of the PRC'),
  clause: text('第二十条（六十日内申请行政复议）', 'Art. 20 (reconsideration within sixty days)'),
  standing: 'law',
} as const satisfies LegalBasis;

const litigationLaw = {
  id: 'administrative-litigation-law',
  title: text('《中华人民共和国行政诉讼法》', 'Administrative Litigation Law of the PRC'),
  clause: text('第四十六条（六个月内提起诉讼）', 'Art. 46 (lawsuit within six months)'),
  standing: 'law',
} as const satisfies LegalBasis;

export const labourLaw = {
  id: 'labour-law',
  title: text('《中华人民共和国劳动法》', 'Labour Law of the PRC'),
  clause: text('第十五条（禁止招用未满十六周岁的未成年人）', 'Art. 15 (no employment under sixteen)'),
  standing: 'law',
} as const satisfies LegalBasis;

export const publicityPractice = {
  id: 'publicity-practice',
  title: text('就业补助、扶贫资金公示的通行做法', 'Customary public notice of employment and poverty funds'),
  clause: text(
    '就业资金公示五个工作日，扶贫资金公示十日',
    'Five working days for employment money, ten days for poverty funds',
  ),
  standing: 'practice',
} as const satisfies LegalBasis;

export const reviewPractice = {
  id: 'review-practice',
  title: text('同类事项审核时限的通行做法', 'Customary review times for similar matters'),
  clause: text('主管部门十个工作日内审核', 'The bureau reviews within ten working days'),
  standing: 'practice',
} as const satisfies LegalBasis;

export const poorJobsPractice = {
  id: 'poor-jobs-practice',
  title: text('商南县社区工厂扶持做法', 'Practice of Shangnan county for community factories'),
  clause: text(
    '吸纳贫困劳动力不低于用工总数三分之一',
    'At least a third of the workers from poor households',
  ),
  standing: 'practice',
} as const satisfies LegalBasis;

export const countyDefault = {
  id: 'county-default',
  title: text('本系统默认办理规则', 'Default handling rules of this system'),
  clause: text('待县政府确认后以正式文件为准', 'Until the county confirms them in a formal document'),
  standing: 'default',
} as const satisfies LegalBasis;

export const rainDew = {
  id: 'rain-dew-plan',
  title: text('雨露计划', 'Rain-Dew plan'),
  clause: text('培训补贴 1,000 元/人（200 人、20 万元）', '1,000 yuan per person (200 people, 200,000 yuan)'),
  standing: 'stated',
} as const satisfies LegalBasis;

export const skillsTraining = {
  id: 'skills-training-plan',
  title: text('就业技能培训', 'Skills training for employment'),
  clause: text(
    '免费技能培训三个月；补贴 500 元/人（175 人、8.75 万元）',
    'Three months of free training; 500 yuan per person (175 people, 87,500 yuan)',
  ),
  standing: 'stated',
} as const satisfies LegalBasis;

/** What the remedies named in every refusal rest on. */
export const remedyBases: readonly LegalBasis[] = [reconsiderationLaw, litigationLaw];
