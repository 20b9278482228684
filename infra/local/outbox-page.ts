import type { ServerResponse } from 'node:http';
import type { KeptLetter } from '../../functions/persistence/outbox.ts';
import { formatInstant } from '../../shared/language/format.ts';
import { escapeHtml, issuerPage, issuerPagePolicy } from './issuer/issuer-page.ts';

const channels = { mail: '邮件 Mail', sms: '短信 SMS' } as const;

const letterHtml = ({ channel, to, subject, text, at }: KeptLetter): string => `
<h2>${escapeHtml(subject === '' ? text : subject)}</h2>
<p class="lead"><small>${channels[channel]} · ${escapeHtml(to)} · ${formatInstant(at, 'zh')}</small></p>
${subject === '' ? '' : `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`}`;

/** The letters that this machine would have sent, newest first. Nothing leaves it. */
export function writeOutboxPage(response: ServerResponse, letters: readonly KeptLetter[]): void {
  const body = `
<h1>发件箱 Outbox</h1>
<p class="lead">这台机器不发送邮件和短信，只在这里显示。This machine sends no mail and no SMS; it shows them here.</p>
${letters.length === 0 ? '<p>还没有消息。Nothing yet.</p>' : letters.map(letterHtml).join('')}`;
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': issuerPagePolicy,
      'cache-control': 'no-store',
    })
    .end(issuerPage('发件箱 Outbox', body));
}
