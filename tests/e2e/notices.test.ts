import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openAs } from '../support/browser.ts';
import { sheetsOf } from '../support/on-paper.ts';
import { approveGrant, openGrantFund, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

const grounds = '该厂十月起已经停产，与公示内容不符。';

describe.skipIf(!hasBrowser)('public notices in the portal', () => {
  const portal = usePortal();
  let caseId = '';
  let receipt = '';

  beforeAll(async () => {
    await openGrantFund(portal.system());
    caseId = await readyToRecommend(portal.system(), 'applicant-electronics', 7);
    await approveGrant(portal.system(), caseId);
  }, 120_000);

  it.each([
    ['zh', 'desktop'],
    ['en', 'narrow'],
  ] as const)(
    'are read by anybody: %s, %s',
    async (locale, device) => {
      const { page, look } = await portal.visitor({ locale, device });
      await page.goto('/notices');
      await page.getByRole('main').locator('table a').first().waitFor();
      await look(`notices-${locale}-${device}`);
      await page.getByRole('combobox').first().selectOption('610926106');
      await page.getByText(/目前没有公示|no public notices/).waitFor();
      await page.goto(`/notices/${caseId}`);
      await page.getByRole('definition').first().waitFor();
      await look(`notice-${locale}-${device}`);
      await page.goto(`/notices/${caseId}/object`);
      await page.locator('textarea').waitFor();
      await look(`object-${locale}-${device}`);
    },
    60_000,
  );

  it('are objected to from a phone, without signing in; a lost answer makes no second objection', async () => {
    const { page, look, context } = await portal.visitor({ device: 'phone' });
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: '正在公示的名单' }).click();
    await page.getByRole('main').locator('table a').first().click();
    await page.getByRole('main').getByRole('link', { name: '提出异议' }).click();
    await page.getByLabel('事实和理由').fill('停产');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.locator('.field-error').first().waitFor();
    await look('object-refused');
    await page.getByLabel('事实和理由').fill(grounds);
    // The objection arrives, its answer does not.
    await context.route('**/objections', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('alert').waitFor();
    await context.unroute('**/objections');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('heading', { name: '异议已收到' }).waitFor();
    receipt = new URL(page.url()).pathname.split('/').at(-1)!;
    await look('objection-receipt');
    const office = portal.system().as('county-reviewer-1');
    const { items } = await office('caseObjections', { params: { caseId } });
    expect(items).toMatchObject([{ grounds, state: 'open' }]);
  }, 60_000);

  it('tell the applicant that somebody objected, and not what', async () => {
    const { page, look } = await portal.visitor({ device: 'narrow' });
    await openAs(page, 'applicant-electronics', `/applications/${caseId}`);
    await page.getByText('收到 1 条异议，正在核查').waitFor();
    await look('application-objected');
    expect(await page.getByText(grounds).count()).toBe(0);
    await page.getByRole('link', { name: '批准决定书' }).click();
    await page.getByRole('heading', { name: '批准决定书', exact: true }).waitFor();
    await look('letter-approved');
    expect(await sheetsOf(page)).toBe(1);
  }, 60_000);

  it('are answered by the office of the notice, and whoever objected finds the answer', async () => {
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'county-reviewer-1', '/worklist');
    await page.getByRole('link', { name: '待答复的异议 1' }).click();
    await page.getByRole('main').locator('table a').first().waitFor();
    await look('objections-open');
    await page.getByRole('main').locator('table a').first().click();
    await page.getByRole('heading', { name: '公示期间的异议' }).waitFor();
    await page.getByRole('button', { name: '答复异议' }).click();
    await page.getByRole('radio', { name: '否' }).check();
    await page.getByLabel('核查情况和答复').fill('经实地查看用电记录和考勤，十月以来正常生产，异议不成立。');
    await look('objection-answer');
    await page.getByRole('button', { name: '答复异议' }).last().click();
    await lookAtDialog('objection-confirm');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('已答复，不成立').waitFor();

    const anyone = await portal.visitor({ device: 'phone' });
    await anyone.page.goto('/notices');
    await anyone.page.getByLabel('查询码').fill(receipt);
    await anyone.page.getByRole('button', { name: '查询' }).click();
    await anyone.page.getByText('十月以来正常生产').waitFor();
    await anyone.look('objection-answered');
  }, 90_000);
});
