import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rentFreePremises } from '../../shared/programmes/county/rent-free-premises.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';

let running: RunningSystem;
beforeAll(async () => {
  running = await startRunningSystem();
});
afterAll(() => running.stop());

test('the portal learns where to sign in, and a person who has is known by name and role', async () => {
  const config = await running.callAsAnyone('portalConfig');
  expect(config).toMatchObject({ issuer: running.system.issuer.url, clientId: 'portal' });
  expect(await running.callAs('laoxian-reviewer-1')('getMe')).toMatchObject({
    roles: ['reviewer'],
    office: 'town-610926102',
    town: '610926102',
  });
});

test('a document goes from the browser to the store and back, by forms and links signed here', async () => {
  await running.callAs('policy-officer')('publishProgramme', { body: { document: rentFreePremises } });
  const applicant = running.callAs('applicant-gloves');
  const { caseId } = await applicant('startApplication', {
    body: { commandId: randomUUID(), programmeId: rentFreePremises.id },
  });
  const slot = rentFreePremises.documents.find(({ accept }) => accept.includes('application/pdf'))!.id;
  const file = Buffer.from('%PDF-1.7\n%âãÏÓ\ncontent\n%%EOF\n');
  const form = await applicant('requestUpload', {
    params: { caseId },
    body: { slot, name: '申请书.pdf', type: 'application/pdf', size: file.length },
  });
  const upload = new FormData();
  for (const [name, value] of Object.entries(form.fields)) upload.append(name, value);
  upload.append('file', new Blob([file]), 'a.pdf');
  expect((await fetch(form.url, { method: 'POST', body: upload })).status).toBe(204);

  const params = { caseId, documentId: form.documentId };
  expect(await applicant('confirmUpload', { params })).toMatchObject({ slot, size: file.length });
  const { url } = await applicant('documentLink', { params });
  const opened = await fetch(url);
  expect(Buffer.from(await opened.arrayBuffer())).toEqual(file);
  expect(opened.headers.get('content-disposition')).toContain(encodeURIComponent('申请书.pdf'));
});

test('functions go by the clock they are given', async () => {
  running.clock.set('2027-03-01T02:00:00.000Z');
  const { publishedAt } = await running.callAs('policy-officer')('publishProgramme', {
    body: { document: { ...rentFreePremises, version: 2 } },
  });
  expect(publishedAt).toBe('2027-03-01T02:00:00.000Z');
});

test('nothing in the log tells who asked', () => {
  const lines = JSON.stringify(running.log);
  expect(running.log.length).toBeGreaterThan(5);
  expect(lines).not.toMatch(/陈桂兰|applicant-gloves|申请书|127\.0\.0\.1/);
});
