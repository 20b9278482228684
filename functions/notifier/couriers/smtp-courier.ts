import { createTransport } from 'nodemailer';
import { type Courier, Undeliverable } from '../courier.ts';

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  readonly sender: string;
  /** Asked for at the first letter; undefined for a server that knows us by our address. */
  readonly credentials: () => Promise<{ readonly username: string; readonly password: string } | undefined>;
};

/** A server that does not answer within this time is out. */
const timeoutMs = 15_000;

/** Any SMTP server: TLS from the start on port 465, else STARTTLS, which is insisted on wherever we log in. */
export function smtpCourier({ host, port, sender, credentials }: SmtpServer): Courier {
  const connect = async () => {
    const login = await credentials();
    return createTransport({
      host,
      port,
      secure: port === 465,
      requireTLS: login !== undefined && port !== 465,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(login && { auth: { user: login.username, pass: login.password } }),
    });
  };
  let transport: ReturnType<typeof connect> | undefined;
  return async ({ id, to, subject, text }) => {
    transport ??= connect().catch((error: unknown) => {
      transport = undefined;
      throw error;
    });
    const server = await transport;
    try {
      await server.sendMail({ from: sender, to, subject, text, messageId: messageId(id, sender) });
    } catch (error) {
      throw refusedForGood(error) ? new Undeliverable(error) : error;
    }
  };
}

/** The same for every attempt, so that a mailbox can recognise a letter that came twice. */
const messageId = (id: string, sender: string): string =>
  `<${Buffer.from(id).toString('base64url')}@${sender.slice(sender.indexOf('@') + 1)}>`;

/** RFC 5321: 5xx to the recipient or the content is final; 5xx to our greeting or login is our own affair. */
const refusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500 &&
  'command' in error &&
  (error.command === 'RCPT TO' || error.command === 'DATA');
