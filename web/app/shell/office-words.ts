import { text } from '../../../shared/language/text.ts';

export const officeWords = {
  worklist: text('办件', 'Worklist'),
  awards: text('拨付与监管', 'Payment and supervision'),
  funds: text('扶持资金', 'Funds'),
  helpers: text('驻厂帮扶', 'Helpers'),
  profileRequests: text('企业确认', 'Enterprises to confirm'),
  employees: text('员工台账', 'Employees'),
  outcomes: text('扶持成效', 'Outcome'),
  assist: text('帮办代办', 'Assisted filing'),
  decisions: text('决定记录', 'Decisions'),
  ledger: text('账本', 'Ledger'),
  statistics: text('统计', 'Statistics'),
  policy: text('政策管理', 'Policy'),
  holidays: text('放假安排', 'Holidays'),
  supervision: text('兑现与监管', 'Supervision'),
  figures: text('数据与政策', 'Figures, policy'),
  open: text('公开信息', 'Public pages'),
  overview: text('总览', 'Overview'),
} as const;
