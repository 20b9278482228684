import { beforeAll, describe, expect, it } from 'vitest';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { fieldsOf } from '../../shared/forms/field.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { supplyWhatIsOwed } from '../support/award-desk.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { pdf, upload } from '../support/paperwork.ts';
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
    await other.lookAtDialog('award-confirm');
    await other.page.getByRole('button', { name: '确认' }).click();
    await other.page.getByText('已送银行').first().waitFor();
    await other.look('award-at-bank');

    const { payee, amount } = await portal.system().as('finance-officer-1')('getAward', {
      params: { caseId },
    });
    const returned = [
      '付款编号,账号,金额,处理结果,银行流水号,付款日期,失败原因',
      `${caseId}-1,${payee?.account},${amount / 100},成功,YH-2026-001,${dateInShanghai(now())},`,
      `PL-00000-00000-1,****1234,100,失败,,,户名不符`,
    ];
    await one.page.goto('/awards');
    await one.page.getByRole('button', { name: '下载银行批量付款文件' }).click();
    await one.lookAtDialog('award-batch');
    await one.page.keyboard.press('Escape');
    await one.page.getByRole('link', { name: '导入银行回盘文件' }).click();
    await one.page.getByLabel('选择文件').setInputFiles({
      name: '回盘.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(returned.join('\r\n')),
    });
    await one.page.getByText('没有这笔付款，或者不由本单位支付。').waitFor();
    await one.look('bank-return');
    await one.page.getByRole('button', { name: '登记 1 笔' }).click();
    await one.page.getByText('本次已登记 1 笔。').waitFor();
    await one.page
      .getByRole('row', { name: /已登记/ })
      .getByRole('link')
      .click();
    await one.page.getByText('YH-2026-001').first().waitFor();
    await one.look('award-paid');
  }, 120_000);

  it('is reported on from a phone', async () => {
    const { page, look, lookAtDialog } = await portal.visitor({ device: 'narrow' });
    await openAs(page, 'applicant-electronics', `/applications/${caseId}/award`);
    await look('award-own');
    await page.goto(`/applications/${caseId}`);
    await page.getByRole('button', { name: '评价这次服务' }).click();
    await lookAtDialog('rate');
    await page.goto(`/applications/${caseId}/award`);
    await page.getByRole('link', { name: '填写报告' }).click();
    await page.getByRole('button', { name: '提交报告' }).click();
    await page.locator('.field-error').first().waitFor();
    await look('award-report');
    const [operating, , output] = fieldsOf(startupGrant.obligations[0]!.form!);
    await page.getByRole('group', { name: operating!.label.zh }).getByLabel('是').check();
    await page.getByLabel(output!.label.zh).fill('300000');
    await page.getByLabel(/选择文件.*工资发放表/).setInputFiles({
      name: '工资表.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await pdf('工资表').arrayBuffer()),
    });
    await page.getByText('工资表.pdf').first().waitFor();
    await page.getByText(/已保存/).waitFor();

    // Meanwhile somebody writes on it on the computer at home.
    const home = await portal.visitor();
    await openAs(home.page, 'applicant-electronics', `/applications/${caseId}/award`);
    await home.page.getByRole('link', { name: '填写报告' }).click();
    await home.page.getByLabel(output!.label.zh).fill('310000');
    await home.page.getByText(/已保存/).waitFor();
    await page.getByLabel(output!.label.zh).fill('305000');
    await page.getByRole('dialog', { name: '另一台设备也改了这些内容' }).waitFor();
    await lookAtDialog('award-report-two-devices');
    await page.getByRole('button', { name: '保留选中的内容' }).click();
    await page.getByLabel(output!.label.zh).fill('300000');
    await page.getByText(/已保存/).waitFor();
    await page.close();

    // The tab is gone; at home it goes on.
    await home.page.reload();
    await home.page.getByText('工资表.pdf').first().waitFor();
    expect(await home.page.getByLabel(output!.label.zh).inputValue()).toMatch(/^300,?000/);
    await home.look('award-report-goes-on');
    await home.page.getByRole('button', { name: '提交报告' }).click();
    await home.page.getByText('待核查').first().waitFor();
    const { reports } = await portal.system().as('applicant-electronics')('getOwnAward', {
      params: { caseId },
    });
    // The roster of the application went along without being typed again.
    expect(reports).toMatchObject([{ kept: 'yes', answers: { output: 30_000_000 } }]);
  }, 120_000);

  it('stands in the town’s register and figures', async () => {
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'chengguan-supervisor', `/awards/${caseId}`);
    await page.getByRole('button', { name: '核查履约' }).click();
    await look('award-assess');
    for (const path of ['/employees', '/outcomes', '/helpers', `/cases/${caseId}/helper`, '/courses']) {
      await page.goto(path);
      await page.locator('main h1').waitFor();
      await look(`town${path.replaceAll('/', '-').replace(caseId, 'case')}`);
      if (path !== '/employees') continue;
      await page.getByRole('button', { name: /^补记/ }).first().click();
      await lookAtDialog('employee-note');
      await page.getByLabel('家庭情况').selectOption({ label: '监测户' });
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByRole('row', { name: /监测户/ }).waitFor();
    }
  }, 120_000);
});
