import type { APIResponse } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, openAs } from '../support/browser.ts';
import { draftGrant, grantAnswers } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

/** Parts are named by their content; the one of tables is known by what it says. */
const parts = '**/assets/*.js';
const isOfTables = async (response: APIResponse) => (await response.text()).includes('从表格粘贴或上传');

describe.skipIf(!hasBrowser)('a form on an unreliable network', () => {
  const portal = usePortal();
  const applicant = 'applicant-toys';
  const savedSite = async (caseId: string) =>
    (await portal.system().as(applicant)('getApplication', { params: { caseId } })).answers.site;

  it('keeps what is typed while offline, through closing the tab, and sends it when the network is back', async () => {
    const caseId = await draftGrant(portal.system(), applicant, 1);
    const { page, context, look, lookAtDialog } = await portal.visitor({ device: 'phone' });
    await openAs(page, applicant, `/applications/${caseId}/edit/place`);
    const site = page.getByLabel('安置点或厂址');
    await site.waitFor();
    await context.setOffline(true);
    await site.fill('断网时填写的厂址');
    await page.getByText('现在没有网络').waitFor();
    await look('offline');
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await lookAtDialog('offline-sign-out');
    await page.getByRole('button', { name: '先不退出' }).click();
    expect(await savedSite(caseId)).toBe(grantAnswers(1).site);

    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await openAs(again, applicant, `/applications/${caseId}/edit/place`);
    expect(await again.getByLabel('安置点或厂址').inputValue()).toBe('断网时填写的厂址');
    await again.getByText(/已保存/).waitFor();
    expect(await savedSite(caseId)).toBe('断网时填写的厂址');
    expect(await again.evaluate((id) => localStorage.getItem(`draft:${id}`), caseId)).toBeNull();
  }, 120_000);

  it('goes on by itself when the network comes back while the page is open', async () => {
    const caseId = await draftGrant(portal.system(), applicant, 2);
    const { page, context } = await portal.visitor({ device: 'phone' });
    await openAs(page, applicant, `/applications/${caseId}/edit/place`);
    const site = page.getByLabel('安置点或厂址');
    await site.waitFor();
    await context.setOffline(true);
    await site.fill('山里没有信号');
    await page.getByText('现在没有网络').waitFor();
    await context.setOffline(false);
    await page.getByText(/已保存/).waitFor();
    expect(await savedSite(caseId)).toBe('山里没有信号');
  }, 120_000);

  it('tries an upload again that was cut off', async () => {
    const caseId = await draftGrant(portal.system(), applicant, 3);
    const { page, context, look } = await portal.visitor({ device: 'phone' });
    await openAs(page, applicant, `/applications/${caseId}/edit/employment`);
    const group = page.getByRole('group', { name: '劳动合同和近期工资发放记录' });
    await group.getByLabel(/选择文件/).waitFor();
    await context.setOffline(true);
    await group.getByLabel(/选择文件/).setInputFiles({
      name: '合同.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await group.getByText('没有传上去').waitFor();
    await look('offline-upload');
    await context.setOffline(false);
    await group.getByRole('button', { name: /查看.*合同/ }).waitFor();
  }, 120_000);

  it('says which part of a form did not come, and goes on with the rest', async () => {
    const caseId = await draftGrant(portal.system(), applicant, 5);
    const { page, context, look } = await portal.visitor({ device: 'phone' });
    await openAs(page, applicant, '/applications');
    await context.route(parts, async (route) => {
      const response = await route.fetch();
      return (await isOfTables(response)) ? route.abort() : route.fulfill({ response });
    });
    await page.goto(`/applications/${caseId}/edit/employment`);
    const roster = page.getByRole('group', { name: '员工名册' });
    await roster.getByText('现在连接不上服务器').waitFor();
    await page.getByLabel('该厂点现有员工').fill('38');
    await page.getByText(/\d\d:\d\d 已保存/).waitFor();
    await look('missing-part');
    await context.unroute(parts);
    await roster.getByRole('button', { name: '重试' }).click();
    await roster.getByRole('button', { name: '添加一行' }).waitFor();
    expect(await page.getByLabel('该厂点现有员工').inputValue()).toBe('38');
  }, 120_000);

  it('goes on with the new portal when a release took a part of the old one away', async () => {
    const caseId = await draftGrant(portal.system(), applicant, 6);
    const { page, context } = await portal.visitor({ device: 'phone' });
    await openAs(page, applicant, '/applications');
    let released = true;
    await context.route(parts, async (route) => {
      const response = await route.fetch();
      const isGone = released && (await isOfTables(response));
      return isGone ? route.fulfill({ status: 404 }) : route.fulfill({ response });
    });
    await context.route('/', async (route) => {
      const body = (await (await route.fetch()).text()).replace('/assets/index-', '/assets/index-next-');
      return route.fulfill({ body, contentType: 'text/html' });
    });
    await page.goto(`/applications/${caseId}/edit/place`);
    await page.getByLabel('安置点或厂址').waitFor();
    page.on('request', (request) => {
      if (request.isNavigationRequest()) released = false;
    });
    await page.getByLabel('安置点或厂址').fill('换版本时填写的厂址');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '添加一行' }).waitFor();
    expect(released).toBe(false);
    await page.getByText(/已保存/).waitFor();
    expect(await savedSite(caseId)).toBe('换版本时填写的厂址');
  }, 120_000);
});

describe.skipIf(!hasBrowser)('two devices', () => {
  const portal = usePortal();
  const applicant = 'applicant-tea';

  it('show both answers where they differ, and keep what the person chooses', async () => {
    const caseId = await draftGrant(portal.system(), applicant, 4);
    const phone = await portal.visitor({ device: 'phone' });
    const desktop = await portal.visitor();
    const address = `/applications/${caseId}/edit/place`;
    await openAs(phone.page, applicant, address);
    await openAs(desktop.page, applicant, address);
    await phone.page.getByLabel('安置点或厂址').fill('手机上改的厂址');
    await phone.page.getByText(/\d\d:\d\d 已保存/).waitFor();
    await desktop.page.getByLabel('社区（村）').fill('电脑上改的社区');
    const dialog = desktop.page.getByRole('dialog', { name: '另一台设备也改了这些内容' });
    await dialog.waitFor();
    expect(await dialog.getByRole('group').count()).toBe(2);
    await desktop.lookAtDialog('two-devices');
    await dialog.getByRole('button', { name: '保留选中的内容' }).click();
    await desktop.page.getByText(/\d\d:\d\d 已保存/).waitFor();
    const { answers } = await portal.system().as(applicant)('getApplication', { params: { caseId } });
    expect(answers).toMatchObject({ site: '手机上改的厂址', community: '电脑上改的社区' });
  }, 120_000);
});
