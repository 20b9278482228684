import { text } from '../../shared/language/text.ts';

/** Words that every part of the portal uses. */
export const words = {
  loading: text('正在加载…', 'Loading…'),
  retry: text('重试', 'Try again'),
  close: text('关闭', 'Close'),
  cancel: text('取消', 'Cancel'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  optional: text('选填', 'optional'),
  none: text('无', 'None'),
  notAnswered: text('未填写', 'Not answered'),
  more: text('加载更多', 'Show more'),
  back: text('返回', 'Back'),
  print: text('打印', 'Print'),
  signIn: text('登录', 'Sign in'),
  signInAgain: text('重新登录', 'Sign in again'),
  reference: text('问题编号：{id}', 'Reference: {id}'),
  workingDays: text('{n} 个工作日', '{n} working days'),
} as const;
