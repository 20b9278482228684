import { beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from '../../shared/forms/field.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { supplyWhatIsOwed } from '../support/award-desk.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { upload } from '../support/paperwork.ts';
import { approveGrant, openGrantFund, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

/** Days by which the county's clock is ahead of this machine's. */
let ahead = 0;
const now = () => new Date(Date.now() + ahead * 86_400_000).toISOString();

describe.skipIf(!hasBrowser)('an award in the portal', () => {
  const portal = usePortal({ now });
  let caseId = '';

  beforeAll(async () => {
    const system = portal.system();
    await openGrantFund(system);
    caseId = await readyToRecommend(system, 'applicant-electronics', 7);
    await approveGrant(system, caseId);
    ahead = 20;
    await system.system.runBackground('clock');
    const applicant = system.as('applicant-electronics');
    await supplyWhatIsOwed(applicant, caseId, (slot) => upload(applicant, caseId, slot));
  }, 120_000);

  it('is paid by two people of the finance bureau', async () => {
    const one = await portal.visitor();
    await openAs(one.page, 'finance-officer-1', '/awards');
    await one.page.getByRole('main').locator('table a').first().click();
    await one.page.getByRole('button', { name: '提出付款' }).click();
    await one.look('award-prepare');
    await one.page.getByRole('button', { name: '提出付款' }).last().click();
    await one.page.getByText('待复核').first().waitFor();

    const other = await portal.visitor();
    await openAs(other.page, 'finance-officer-2', `/awards/${caseId}`);
    await other.page.getByRole('button', { name: '复核同意付款' }).click();
    await other.page.getByRole('button', { name: '复核同意付款' }).last().click();
    await other.page.getByRole('button', { name: '确认' }).click();
    await other.page.getByText('已送银行').first().waitFor();
    await other.page.getByRole('button', { name: '登记已付款' }).click();
    await other.page.getByLabel('凭证号').fill('V-2026-001');
    await other.page.getByLabel('付款日期').fill(now().slice(0, 10));
    await other.page.getByRole('button', { name: '登记已付款' }).last().click();
    await other.page.getByRole('button', { name: '确认' }).click();
    await other.page.getByText('V-2026-001').waitFor();
    await other.look('award-paid');
  }, 120_000);

  it('is reported on from a phone', async () => {
    const { page, look } = await portal.visitor({ device: 'narrow' });
    await openAs(page, 'applicant-electronics', `/applications/${caseId}/award`);
    await look('award-own');
    await page.getByRole('link', { name: '填写报告' }).click();
    await page.getByRole('button', { name: '提交报告' }).click();
    await page.locator('.field-error').first().waitFor();
    await look('award-report');
    const [operating, workers, poor, wage] = fieldsOf(startupGrant.obligations[0]!.form!);
    await page.getByRole('group', { name: operating!.label.zh }).getByLabel('是').check();
    await page.getByLabel(workers!.label.zh).fill('70');
    await page.getByLabel(poor!.label.zh).fill('20');
    await page.getByLabel(wage!.label.zh).fill('2600');
    await page.getByRole('button', { name: '提交报告' }).click();
    await page.getByText('待核查').first().waitFor();
    const { reports } = await portal.system().as('applicant-electronics')('getOwnAward', {
      params: { caseId },
    });
    expect(reports).toMatchObject([{ answers: { workersNow: 70, averageWage: 260_000 } }]);
  }, 120_000);

  it('stands in the town’s register and figures', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'chengguan-supervisor', `/awards/${caseId}`);
    await page.getByRole('button', { name: '核查履约' }).click();
    await look('award-assess');
    for (const path of ['/employees', '/outcomes', '/helpers', `/cases/${caseId}/helper`, '/courses']) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      await look(`town${path.replaceAll('/', '-').replace(caseId, 'case')}`);
    }
  }, 120_000);
});
