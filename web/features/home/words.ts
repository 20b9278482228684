import { text } from '../../../shared/language/text.ts';

export const words = {
  title: text('楼上居住，楼下就业', 'Homes upstairs, work downstairs'),
  intro: text(
    '平利县为返乡创业者在社区开办工厂提供厂房、资金和培训扶持。网上申请，全程公开：谁在办、办了几天、还剩几天，随时可查。',
    'Pingli County supports returning entrepreneurs who open factories in their communities with premises, money and training. Apply online and see at any time who has your case, for how long, and what was promised.',
  ),
  tryPrecheck: text('我能申请什么？', 'What could I get?'),
  mine: text('我的申请', 'My applications'),
  precheckHint: text(
    '不用登录，最多八个问题，马上知道结果',
    'No sign-in, at most eight questions, an answer at once',
  ),
  programmes: text('全县扶持政策', 'What the county offers'),
  promised: text('承诺 {n} 个工作日办结', 'Decided within {n} working days'),
  onlyTowns: text('仅限{towns}', 'Only in {towns}'),
  guide: text('办事指南', 'Service guide'),
  apply: text('立即申请', 'Apply'),
  nothingOpen: text('目前没有开放申请的政策。', 'No programme is open for applications now.'),
  notices: text('正在公示的名单', 'In public notice now'),
  noticesHint: text(
    '批准了谁、给多少，都在这里公示；任何人可以提出异议。',
    'Who was granted what. Anyone may object.',
  ),
  howTitle: text('四步办成', 'Four steps'),
  steps: [
    {
      title: text('看看能申请什么', 'See what fits'),
      body: text('回答几个问题，或直接看办事指南', 'Answer a few questions, or read the guide'),
    },
    {
      title: text('手机上填写', 'Fill it in on your phone'),
      body: text('随填随存，断网不丢；材料拍照上传', 'Saved as you type, even offline; documents by photo'),
    },
    {
      title: text('镇上受理、现场核查', 'The town checks'),
      body: text('需要补正时一次性告知', 'If anything must be mended, you are told once and completely'),
    },
    {
      title: text('部门审定、公示、兑现', 'The bureau decides'),
      body: text('每一步的理由和依据都写给您看', 'You see the reasons and legal basis of every step'),
    },
  ],
} as const;
