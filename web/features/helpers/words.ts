import { text } from '../../../shared/language/text.ts';

export const words = {
  title: text('驻厂帮扶', 'Helpers'),
  intro: text(
    '每家企业由一名镇干部联系帮扶，企业和本镇都能看到。',
    'Each enterprise has an officer of the town who looks after it; both sides can see who.',
  ),
  nothing: text(
    '还没有指定帮扶干部。负责人可以在案件页指定。',
    'No helpers yet. The head of the office assigns them from a case.',
  ),
  mine: text('我联系的企业', 'Enterprises I look after'),
  others: text('本镇其他帮扶', 'Others in this town'),
  since: text('{name}，自{date}起', '{name}, since {date}'),
  cases: text('申请和扶持', 'Applications and awards'),
  due: text('期限 {date}', 'Due {date}'),
  visits: text('走访记录', 'Visits'),
  noVisits: text('还没有走访记录。', 'No visits yet.'),
  visitedOn: text('走访日期', 'Visited on'),
  notes: text('情况', 'Notes'),
  notesHint: text('五百字以内。不写个人隐私。', 'Up to 500 characters; nothing private.'),
  record: text('记录走访', 'Record the visit'),
  recorded: text('已记录', 'Recorded'),
  need: text('请填写', 'Please fill this in'),
  fileFor: text('代企业申报', 'File on its behalf'),
  assignTitle: text('指定帮扶干部', 'Assign a helper'),
  officer: text('干部', 'Officer'),
  assign: text('指定', 'Assign'),
  assigned: text('已指定', 'Assigned'),
  now: text('目前由{name}联系', 'Looked after by {name} now'),
  toCase: text('案件', 'The case'),
} as const;
