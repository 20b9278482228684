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
  wanted: text('{n} 人次想学', 'wishes: {n}'),
  nobody: text('还没有人选', 'not chosen yet'),
  plans: text('近期开班', 'Planned courses'),
  noPlans: text('这个镇近期没有开班计划。', 'No courses are planned in this town.'),
  plan: text('{date}开班，{places} 个名额', 'begins {date}, {places} places'),
  held: text('已开班', 'Courses that were held'),
  heldHint: text(
    '结业后，开班单位从这里申请培训补贴，工种、日期和培训单位不用再填。',
    'Once a course is over whoever held it applies for the training subsidy here; occupation, date and organiser are filled in.',
  ),
  begun: text('{date}开班', 'began {date}'),
  apply: text('申请培训补贴', 'Apply for the subsidy'),
  subsidy: text('培训补贴有什么条件', 'What the training subsidy asks for'),
  applications: text('由此提出的补贴申请', 'Applications for the subsidy'),
  noApplications: text('还没有人提出。', 'None yet.'),
  announce: text('发布开班计划', 'Announce a course'),
  announced: text('已发布', 'Announced'),
  occupation: text('培训工种', 'Occupation'),
  startsOn: text('开班日期', 'Begins on'),
  places: text('名额', 'Places'),
  organiser: text('培训单位', 'Organiser'),
} as const;
