import type { CaseStatusDto, LetterDto } from '../../../shared/api/dto/case.ts';
import type { PromiseDto } from '../../../shared/api/dto/common.ts';
import { type Text, text } from '../../../shared/language/text.ts';

export const statusWords: Readonly<Record<CaseStatusDto, Text>> = {
  draft: text('草稿', 'Draft'),
  'under-review': text('审核中', 'Under review'),
  returned: text('待补正', 'Returned to you'),
  'in-notice': text('公示中', 'In public notice'),
  approved: text('已批准', 'Approved'),
  rejected: text('不予批准', 'Refused'),
  'not-accepted': text('不予受理', 'Not accepted'),
  withdrawn: text('已撤回', 'Withdrawn'),
  lapsed: text('已终止（逾期未补正）', 'Lapsed'),
};

export const lateWords: Readonly<Record<PromiseDto['late'], Text>> = {
  'on-time': text('按时', 'On time'),
  'due-soon': text('即将到期', 'Due soon'),
  'due-today': text('今天到期', 'Due today'),
  late: text('已超期', 'Late'),
};

export const letterWords: Readonly<Record<LetterDto['kind'], Text>> = {
  receipt: text('收件回执', 'Receipt'),
  accepted: text('受理通知书', 'Notice of acceptance'),
  correction: text('一次性补正告知书', 'Correction notice'),
  approved: text('批准决定书', 'Decision: approved'),
  refused: text('不予批准决定书', 'Decision: refused'),
  'not-accepted': text('不予受理通知书', 'Notice of non-acceptance'),
};
