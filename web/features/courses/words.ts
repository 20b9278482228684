import { text } from '../../../shared/language/text.ts';

export const words = {
  title: text('想学什么，您来点', 'Which courses do you want?'),
  intro: text(
    '点选想参加的培训，镇上按大家的需要开班。不用登录，不留姓名。',
    'Choose the training you would like; towns plan courses by what is wanted. No sign-in, no names.',
  ),
  town: text('您在哪个镇', 'Your town'),
  menu: text('培训菜单', 'The menu'),
  wish: text('我想学', 'I want this'),
  wished: text('已记下', 'Noted'),
  wanted: text('{n} 人次想学', 'wanted {n} times'),
  nobody: text('还没有人选', 'not chosen yet'),
  plans: text('近期开班', 'Planned courses'),
  noPlans: text('这个镇近期没有开班计划。', 'No courses are planned in this town.'),
  plan: text('{date}开班，{places} 个名额', 'begins {date}, {places} places'),
  apply: text('开班单位申请培训补贴', 'Organisers: apply for the training subsidy'),
  announce: text('发布开班计划', 'Announce a course'),
  announced: text('已发布', 'Announced'),
  occupation: text('培训工种', 'Occupation'),
  startsOn: text('开班日期', 'Begins on'),
  places: text('名额', 'Places'),
  organiser: text('培训单位', 'Organiser'),
} as const;
