import { afterAll, beforeAll, expect, test } from 'vitest';
import { outboxCourier } from '../../functions/notifier/couriers/outbox-courier.ts';
import { tableClient } from '../../functions/persistence/clients.ts';
import { readContact } from '../../functions/persistence/contact.ts';
import type { Tables } from '../../functions/persistence/tables.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

let running: RunningSystem;
let tables: Tables;
beforeAll(async () => {
  running = await startRunningSystem();
  const { stores, settings } = running.system.surroundings;
  tables = {
    client: tableClient(stores),
    registry: settings.REGISTRY_TABLE,
    journal: settings.JOURNAL_TABLE,
  };
});
afterAll(() => running.stop());

const open = () => fetch(`${running.system.origin}/outbox`);

test('what this machine would have mailed is shown instead, and nothing in it runs', async () => {
  expect(await (await open()).text()).toContain('还没有消息');
  const send = outboxCourier(tables, 'mail', running.clock.now);
  await send({ id: 'a', to: 'a@demo.invalid', subject: '申请已收到', text: '<script>alert(1)</script>' });
  const answer = await open();
  const page = await answer.text();
  expect(page).toContain('申请已收到');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
});

test('where a person can be reached is what the issuer has verified', async () => {
  await running.callAs('applicant-gloves')('getMe');
  expect(await readContact(tables, 'applicant-gloves')).toEqual({ mail: 'applicant-gloves@demo.invalid' });
});

test('clock and notifier run here as in the cloud', async () => {
  await running.system.runBackground('clock');
  await running.system.runBackground('notifier');
  expect(running.log.filter(([level]) => level === 'error')).toEqual([]);
});
