import type { Role } from '../../shared/identity/actor.ts';
import { townOfficeId } from '../../shared/identity/office.ts';
import { type Text, text } from '../../shared/language/text.ts';

/** Somebody one can be on this machine. None of them exists. */
export type DemoPerson = {
  /** Also the `sub` of their tokens. */
  readonly id: string;
  readonly name: string;
  /** What they do, as shown where one picks a person. */
  readonly part: Text;
  readonly roles: readonly Role[];
  readonly office?: string;
  readonly town?: string;
};

const applicant = (id: string, name: string, part: Text): DemoPerson => ({
  id: `applicant-${id}`,
  name,
  part,
  roles: ['applicant'],
});

const reviewer = text('经办人', 'Reviewer');
const supervisor = text('负责人', 'Head of the office');

type DeskNames = readonly [firstReviewer: string, secondReviewer: string, supervisor: string];

/** Two reviewers, because some stages need two officers, and the head of their office. */
const desk = (id: string, office: string, names: DeskNames, town?: string): readonly DemoPerson[] => [
  {
    id: `${id}-reviewer-1`,
    name: names[0],
    part: reviewer,
    roles: ['reviewer'],
    office,
    ...(town && { town }),
  },
  {
    id: `${id}-reviewer-2`,
    name: names[1],
    part: reviewer,
    roles: ['reviewer'],
    office,
    ...(town && { town }),
  },
  {
    id: `${id}-supervisor`,
    name: names[2],
    part: supervisor,
    roles: ['supervisor'],
    office,
    ...(town && { town }),
  },
];

const townDesk = (id: string, town: string, names: DeskNames): readonly DemoPerson[] =>
  desk(id, townOfficeId(town), names, town);

export const demoPeople: readonly DemoPerson[] = [
  applicant('gloves', '陈桂兰', text('手套企业，总厂和十一个分厂', 'Glove company with eleven branches')),
  applicant('electronics', '刘志强', text('返乡创业，电子元件厂', 'Returnee, electronics workshop')),
  applicant('toys', '王秀英', text('毛绒玩具厂', 'Plush toy workshop')),
  applicant('tea', '张永福', text('茶叶专业合作社', 'Tea cooperative')),
  applicant('preparing', '李明亮', text('准备回乡办厂，尚未登记', 'Preparing to register a workshop')),
  ...townDesk('chengguan', '610926100', ['赵建国', '孙丽华', '周德贵']),
  ...townDesk('guangfo', '610926106', ['吴小燕', '郑海涛', '冯学军']),
  ...townDesk('laoxian', '610926102', ['徐文斌', '何彩霞', '梁长生']),
  ...townDesk('changan', '610926108', ['林春梅', '高大勇', '罗金凤']),
  ...desk('poverty-relief', 'poverty-relief-bureau', ['宋美玲', '唐兴旺', '许国庆']),
  ...desk('human-resources', 'human-resources-bureau', ['马翠平', '朱家旺', '胡素琴']),
  {
    id: 'county-reviewer-1',
    name: '郭玉珍',
    part: text('联席会议、公示经办人', 'Joint meetings and public notices'),
    roles: ['reviewer'],
    office: 'county-office',
  },
  {
    id: 'county-reviewer-2',
    name: '谢有才',
    part: text('联席会议、公示经办人', 'Joint meetings and public notices'),
    roles: ['reviewer'],
    office: 'county-office',
  },
  {
    id: 'county-leader',
    name: '邓明远',
    part: text('分管县领导', 'County leader'),
    roles: ['leader'],
    office: 'county-office',
  },
  {
    id: 'policy-officer',
    name: '曹雪莲',
    part: text('政策管理员', 'Policy officer'),
    roles: ['policy'],
    office: 'county-office',
  },
  {
    id: 'finance-officer-1',
    name: '韩冬梅',
    part: text('资金经办人', 'Finance officer'),
    roles: ['finance'],
    office: 'finance-bureau',
  },
  {
    id: 'finance-officer-2',
    name: '杨晓红',
    part: text('资金复核人', 'Finance officer, second signature'),
    roles: ['finance'],
    office: 'finance-bureau',
  },
  {
    id: 'auditor',
    name: '黄巧云',
    part: text('审计员', 'Auditor'),
    roles: ['auditor'],
    office: 'audit-office',
  },
];
