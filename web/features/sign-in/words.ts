import { text } from '../../../shared/language/text.ts';

export const words = {
  underWay: text('正在登录', 'Signing you in'),
  failed: text('登录没有完成', 'The sign-in was not completed'),
  failedHint: text(
    '可能是等待时间过长，或登录被取消。请再试一次。',
    'It may have taken too long or been cancelled. Please try again.',
  ),
  again: text('重新登录', 'Sign in again'),
} as const;
