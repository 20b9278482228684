import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openAs } from '../support/browser.ts';
import { approveGrant, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

const now = () => new Date().toISOString();
const year = Number(now().slice(0, 4));
const fund = `county:startup-grant:${year}`;

describe.skipIf(!hasBrowser)('funds in the portal', () => {
  const portal = usePortal({ now });
  let caseId = '';

  beforeAll(async () => {
    caseId = await readyToRecommend(portal.system(), 'applicant-electronics', 7);
  }, 60_000);

  it('are opened by the finance bureau', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'finance-officer-1', '/funds');
    await page.getByText('这一年还没有设立资金').waitFor();
    await page.getByRole('link', { name: '设立资金' }).click();
    await page.getByRole('button', { name: '设立资金' }).click();
    await page.getByText('请填写').first().waitFor();
    await look('fund-open-refused');
    await page.getByRole('radio', { name: '就业创业补助' }).check();
    await page.getByLabel('出资方').selectOption({ label: '平利县' });
    await page.getByLabel('首次额度').fill('1000000');
    await page.getByLabel('依据或理由').fill('年初预算');
    await page.getByRole('button', { name: '设立资金' }).click();
    await page.getByRole('heading', { name: '资金流水' }).waitFor();
    expect(await portal.system().as('county-leader')('getFund', { params: { fund } })).toMatchObject({
      fund: { allocated: 100_000_000, available: 100_000_000 },
    });
  }, 60_000);

  it('show what approvals took, and refuse to be lowered below it', async () => {
    const system = portal.system();
    const amount = await approveGrant(system, caseId);

    const { page, look } = await portal.visitor();
    await openAs(page, 'finance-officer-1', `/funds/${fund}`);
    await page.getByText('批准承诺').waitFor();
    await look('fund-finance');
    await page.getByLabel('调整后的总额度').fill('1');
    await page.getByLabel('依据或理由').fill('预算核减');
    await page.getByRole('button', { name: '调整额度' }).click();
    await page.getByRole('alert').waitFor();
    await look('fund-below-committed');
    await page.getByLabel('调整后的总额度').fill('1200000');
    await page.getByRole('button', { name: '调整额度' }).click();
    await page.getByText('预算核减').last().waitFor();
    const { fund: kept } = await system.as('auditor')('getFund', { params: { fund } });
    expect(kept).toMatchObject({
      allocated: 120_000_000,
      committed: amount,
      available: 120_000_000 - amount,
    });
  }, 90_000);

  it.each([
    ['zh', 'desktop'],
    ['en', 'narrow'],
  ] as const)(
    'are checked by an auditor: %s, %s',
    async (locale, device) => {
      const { page, look } = await portal.visitor({ locale, device });
      await openAs(page, 'auditor', '/funds');
      await page.getByRole('cell').first().waitFor();
      await look(`funds-${locale}-${device}`);
      await page.goto(`/funds/${fund}`);
      await page.getByRole('button', { name: /核对账目|Check the books/ }).click();
      await page.getByText(/账目相符|books are right/).waitFor();
      await page.getByText(caseId).first().waitFor();
      await look(`fund-audited-${locale}-${device}`);
    },
    60_000,
  );
});
