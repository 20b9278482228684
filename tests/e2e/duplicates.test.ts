import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openAs } from '../support/browser.ts';
import { fileGrant, fileLikeGrant } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

describe.skipIf(!hasBrowser)('similar cases in the portal', () => {
  const portal = usePortal();
  let caseId = '';
  let other = '';

  beforeAll(async () => {
    other = await fileGrant(portal.system(), 'applicant-electronics', 21);
    caseId = await fileLikeGrant(portal.system(), 'applicant-toys', 22, 21);
  }, 120_000);

  it('are compared and decided on by keyboard alone', async () => {
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'chengguan-reviewer-1', `/cases/${caseId}`);
    await page.getByRole('heading', { name: '相似案件' }).waitFor();
    await look('case-alike');
    await page.locator(`a[href$="/alike/${other}"]`).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '主要内容' }).waitFor();
    await look('alike');
    const differing = page.getByRole('cell', { name: '不同' });
    expect(await differing.count()).toBeGreaterThan(0);
    await page.keyboard.press('e');
    await differing.first().waitFor({ state: 'detached' });
    expect(await page.getByRole('cell', { name: '相同' }).count()).toBeGreaterThan(2);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await lookAtDialog('alike-help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('身份证和手机号相同，是同一人换了厂名再次申请。');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('认定为同一申请人或同一事项').waitFor();
    await look('alike-decided');
    // Beside both: the other case shows the same decision.
    const { items } = await portal.system().as('chengguan-reviewer-2')('listDuplicates', {
      params: { caseId: other },
    });
    expect(items).toMatchObject([{ caseId, decision: { verdict: 'same', name: '赵建国' } }]);
  }, 90_000);

  it('stand side by side on a narrow screen, in English; a colleague’s decision is kept', async () => {
    const { page, look } = await portal.visitor({ locale: 'en', device: 'narrow' });
    await openAs(page, 'chengguan-reviewer-2', `/cases/${caseId}/alike/${other}`);
    await page.getByLabel('Reason').fill('已当面核实，是两家企业。');
    await page.getByRole('radio', { name: /Unrelated/ }).check();
    await portal.system().as('chengguan-supervisor')('decideOnDuplicate', {
      params: { caseId, other },
      body: { commandId: crypto.randomUUID(), version: 1, verdict: 'same', findings: '负责人复查属实。' },
    });
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('负责人复查属实。').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('已当面核实，是两家企业。');
    await look('alike-narrow');
  }, 60_000);
});
