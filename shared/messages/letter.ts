import type { Text } from '../language/text.ts';
import { signature } from './templates.ts';

/** What leaves the system by mail or SMS. */
export type Letter = {
  /** Stable over retries, for whoever wants to recognise one. */
  readonly id: string;
  /** A mail address or a mobile number, verified. */
  readonly to: string;
  /** Unused by SMS. */
  readonly subject: string;
  readonly text: string;
};

type Said = { readonly title: Text; readonly body: Text };

/** Both languages in one mail: who reads it is not known here. */
export const mailLetter = (id: string, to: string, { title, body }: Said, link: string): Letter => ({
  id,
  to,
  subject: `${signature.zh}${title.zh}`,
  text: [
    body.zh,
    '',
    `查看详情：${link}`,
    '本邮件由系统发送，请勿回复。',
    '',
    '——',
    '',
    body.en,
    '',
    `See: ${link}`,
    'Sent by the system; replies are not read.',
    '',
  ].join('\n'),
});

/** The title says enough; a link in an SMS teaches people to follow links in SMS. */
export const smsLetter = (id: string, to: string, { title }: Said): Letter => ({
  id,
  to,
  subject: '',
  text: `${signature.zh}${title.zh}，请登录平台查看。`,
});
