import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { type Settings, setting } from '../compose.ts';
import { type Log, logLine } from '../http/log.ts';
import type { StoreAddresses } from '../persistence/clients.ts';
import type { System } from '../system.ts';
import { eventBridge } from './bus.ts';
import { outboxCourier } from './couriers/outbox-courier.ts';
import { sesCourier } from './couriers/ses-courier.ts';
import { smtpCourier } from './couriers/smtp-courier.ts';
import type { NotifierSystem } from './notifier-system.ts';

/**
 * The ways out of this deployment. There is no adapter for any one SMS provider: who has one writes a Courier
 * for it and names it here beside `mail`; addresses, templates and retries are the same.
 */
export function composeNotifier(
  { tables, programmes, now }: Pick<System, 'tables' | 'programmes' | 'now'>,
  settings: Settings,
  { region }: StoreAddresses,
  log: Log = logLine,
): NotifierSystem {
  const bus = settings.EVENT_BUS;
  return {
    tables,
    programmes,
    now,
    log,
    portalOrigin: setting(settings, 'PORTAL_ORIGIN'),
    ...couriersOf(settings, region, { tables, now }),
    ...(bus && { bus: eventBridge(region, bus) }),
  };
}

/** `MAIL`: `ses:<sender>`, `smtp://<host>:<port>?from=<sender>` or `outbox`. */
function couriersOf(
  settings: Settings,
  region: string,
  { tables, now }: Pick<System, 'tables' | 'now'>,
): Pick<NotifierSystem, 'mail' | 'sms'> {
  const mail = setting(settings, 'MAIL');
  if (mail === 'outbox') {
    return { mail: outboxCourier(tables, 'mail', now), sms: outboxCourier(tables, 'sms', now) };
  }
  if (mail.startsWith('ses:')) return { mail: sesCourier(region, mail.slice('ses:'.length)) };
  const { protocol, hostname, port, searchParams } = new URL(mail);
  const sender = searchParams.get('from');
  if (protocol !== 'smtp:' || sender === null) throw new Error('the setting MAIL is none of its three forms');
  const secret = settings.SMTP_CREDENTIALS;
  const credentials = async () => (secret ? loginFrom(region, secret) : undefined);
  return { mail: smtpCourier({ host: hostname, port: Number(port || 587), sender, credentials }) };
}

const LoginSchema = z.object({ username: z.string(), password: z.string() });

async function loginFrom(region: string, secret: string): Promise<z.infer<typeof LoginSchema>> {
  const { SecretString } = await new SecretsManagerClient({ region }).send(
    new GetSecretValueCommand({ SecretId: secret }),
  );
  return LoginSchema.parse(JSON.parse(SecretString ?? ''));
}
