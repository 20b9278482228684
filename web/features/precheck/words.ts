import { text } from '../../../shared/language/text.ts';

export const words = {
  title: text('我能申请什么？', 'What could I get?'),
  intro: text(
    '回答下面几个问题，马上看到每项政策能不能申请、大约多少。说不准的可以空着。不用登录，内容不会保存。',
    'Answer a few questions and see at once which programmes fit and roughly how much. Leave open what you are not sure of. No sign-in; nothing is kept.',
  ),
  show: text('看结果', 'Show the result'),
  results: text('结果', 'Result'),
  resultsHint: text(
    '这是按您的回答估算的，最终以审核为准。',
    'This is an estimate from your answers; the review decides.',
  ),
  yes: text('可以申请', 'Yes'),
  depends: text('看情况', 'Depends'),
  no: text('暂不符合', 'No'),
  about: text('大约 {amount}', 'About {amount}'),
  because: text('原因', 'Why'),
  dependsOn: text('还要看', 'It depends on'),
  apply: text('去申请', 'Apply'),
  guide: text('办事指南', 'Service guide'),
  change: text('修改回答', 'Change the answers'),
} as const;
