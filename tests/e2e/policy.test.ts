import { describe, expect, it } from 'vitest';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { fileGrant, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

const asFile = (document: unknown) => ({
  name: 'programme.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(document)),
});

describe.skipIf(!hasBrowser)('a policy officer', () => {
  const portal = usePortal();

  it('sees what is wrong with a document, what a version changes, and publishes it', async () => {
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'policy-officer', '/policy/publish');
    const choose = page.getByLabel(/选择政策文件/);
    await choose.setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from('{') });
    await page.getByText('这个文件不是有效的 JSON').waitFor();
    const raised = {
      ...startupGrant,
      version: 2,
      parameters: startupGrant.parameters.map((parameter) =>
        parameter.name === 'grantCap' ? { ...parameter, value: parameter.value + 2_000_000 } : parameter,
      ),
    };
    await choose.setInputFiles(
      asFile({ ...raised, rules: [{ ...raised.rules[0], expression: 'nothing > 1' }] }),
    );
    await page.getByText(/检查发现 \d+ 处问题/).waitFor();
    await look('policy-faults');
    await choose.setInputFiles(asFile(raised));
    await page.getByText('检查通过，可以发布').waitFor();
    await page.getByText('120,000.00 元').first().waitFor();
    await look('policy-diff');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await lookAtDialog('policy-confirm');
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await page.getByRole('heading', { name: '第 1 版 → 第 2 版' }).waitFor();
    await look('policy-versions');
    const { items } = await portal.system().as('policy-officer')('listProgrammeVersions', {
      params: { programmeId: 'startup-grant' },
    });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  }, 120_000);

  it('publishes next year’s holidays from the notice as it is printed, knowing which promises move', async () => {
    const next = Number(new Date().toISOString().slice(0, 4)) + 1;
    const weekday = (date: string) => '日一二三四五六'[new Date(date).getUTCDay()];
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'policy-officer', '/holidays/publish');
    const notice = page.getByLabel('通知原文');
    const check = page.getByRole('button', { name: '核对' });
    await check.click();
    await page.getByText('请粘贴通知原文').waitFor();
    const newYear = `一、元旦：1月1日（周${weekday(`${next}-01-01`)}）至5日（周${weekday(`${next}-01-05`)}）放假，共5天。`;
    await notice.fill(`${newYear}1月6日上班。`);
    await check.click();
    await page.getByText('至少应有 11 个放假日').waitFor();
    await look('holidays-faults');
    await notice.fill(`${newYear}七、国庆节：10月1日至8日放假调休，共8天。`);
    await check.click();
    await page.getByText('日期核对无误，可以公布').waitFor();
    await page.getByText(/读出放假 13 天、调休上班 0 天/).waitFor();
    await page.getByText(/件在办案件/).waitFor();
    await look('holidays-preview');
    await page.getByRole('button', { name: '公布', exact: true }).click();
    await lookAtDialog('holidays-confirm');
    await page.getByRole('dialog').getByRole('button', { name: '公布' }).click();
    await page.getByRole('row', { name: new RegExp(String(next)) }).waitFor();
    await page.getByRole('button', { name: new RegExp(`查看 *${next}`) }).click();
    await page.getByRole('heading', { name: `${next} 年日历` }).waitFor();
    await look('holidays-history');
    const { items } = await portal.system().as('auditor')('listCalendarYears');
    expect(items[0]).toMatchObject({ year: next, publishedBy: 'policy-officer' });
    expect(items[0]?.holidays).toHaveLength(13);
  }, 120_000);

  it('sees where cases stand, and looks at one town and programme', async () => {
    const system = portal.system();
    await fileGrant(system, 'applicant-electronics', 1);
    await readyToRecommend(system, 'applicant-electronics', 2);
    await system.system.runBackground('sealer');
    const { page, look } = await portal.visitor();
    await openAs(page, 'policy-officer', '/overview');
    const stages = page.getByRole('region', { name: '在办案件：按环节' });
    await stages.getByText('此刻在办 2 件，超期 0 件').waitFor();
    await page.getByText('1 次有时限的决定中，1 次守时（100%）').waitFor();
    await look('overview-few');
    await page.getByRole('combobox', { name: '镇', exact: true }).selectOption({ label: '广佛镇' });
    await stages.getByText('此刻没有在办案件').waitFor();
    await page.getByText('县级资金不按镇划分').waitFor();
    expect(new URL(page.url()).searchParams.get('town')).toBe('610926106');
  }, 120_000);
});
