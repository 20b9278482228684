import { afterAll, beforeAll, expect, test } from 'vitest';
import { Undeliverable } from '../../functions/notifier/courier.ts';
import { smtpCourier } from '../../functions/notifier/couriers/smtp-courier.ts';
import { mailLetter } from '../../shared/messages/letter.ts';
import { renderMessage } from '../../shared/messages/render.ts';
import { startSmtpServer } from '../support/smtp-server.ts';

const answers: Readonly<Record<string, string>> = {
  'gone@example.com': '550 no such mailbox',
  'busy@example.com': '451 try again later',
};
let server: Awaited<ReturnType<typeof startSmtpServer>>;
beforeAll(async () => {
  server = await startSmtpServer((address) => answers[address] ?? '250 ok');
});
afterAll(() => server.stop());

const sendTo = (to: string, port = server.port) => {
  const credentials = async () => undefined;
  const courier = smtpCourier({ host: '127.0.0.1', port, sender: 'office@example.cn', credentials });
  const params = { case: { zh: 'PL-00000-00001', en: 'PL-00000-00001' } };
  const said = renderMessage({ template: 'withdrawn', params });
  return courier(mailLetter('PL-00000-00001#2#applicant', to, said, 'https://portal.example/a'));
};
const headerOf = (content: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\n[ \\t].*)*)`, 'mi').exec(content)?.[1] ?? '';

test('a letter arrives with its Chinese subject, and the same id at every attempt', async () => {
  await sendTo('someone@example.com');
  await sendTo('someone@example.com');
  const [first, second] = server.heard;
  expect(first).toMatchObject({
    to: 'someone@example.com',
    from: expect.stringContaining('office@example.cn'),
  });
  const subject = headerOf(first!.content, 'Subject')
    .split(/\s+/)
    .map((part) => {
      const [, encoding, text] = /^=\?UTF-8\?(.)\?(.*)\?=$/i.exec(part) ?? [];
      return encoding === 'B' ? Buffer.from(text ?? '', 'base64').toString() : part;
    })
    .join('');
  expect(subject).toContain('PL-00000-00001');
  expect(headerOf(first!.content, 'Message-ID')).toMatch(/@example\.cn>$/);
  expect(headerOf(second!.content, 'Message-ID')).toBe(headerOf(first!.content, 'Message-ID'));
});

test('a mailbox that does not exist is given up, one that is busy is not', async () => {
  await expect(sendTo('gone@example.com')).rejects.toBeInstanceOf(Undeliverable);
  await expect(sendTo('busy@example.com')).rejects.not.toBeInstanceOf(Undeliverable);
});

test('a server that is not there is not given up', async () => {
  const gone = await startSmtpServer();
  await gone.stop();
  await expect(sendTo('someone@example.com', gone.port)).rejects.not.toBeInstanceOf(Undeliverable);
});
