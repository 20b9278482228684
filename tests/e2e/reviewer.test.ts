import { describe, expect, it } from 'vitest';
import { hasBrowser, openAs } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { act, fileGrant, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

describe.skipIf(!hasBrowser)('a town reviewer', () => {
  const portal = usePortal();

  it('clears ten cases with the keyboard alone', async () => {
    for (let number = 1; number <= 10; number += 1) {
      await fileGrant(portal.system(), 'applicant-electronics', number);
    }
    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, 'chengguan-reviewer-1', '/worklist?show=unclaimed');
    await page.getByRole('table').waitFor();
    await look('worklist');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor();
    await lookAtDialog('worklist-help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    for (let done = 0; done < 10; done += 1) {
      await page.getByText('尚未领取').waitFor();
      const title = await page.getByRole('heading', { level: 1 }).textContent();
      if (done === 0) {
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        await lookAtDialog('case-help');
        await page.keyboard.press('Escape');
        // Once by Tab alone, as somebody does who has not looked at the help.
        await page.keyboard.press('d');
        await tabTo(page, '领取');
        await page.keyboard.press('Enter');
        await page.getByText('经办：赵建国').waitFor();
        await tabTo(page, '受理');
        await page.keyboard.press('Enter');
        await tabTo(page, '属于本项目受理范围');
        await page.keyboard.press('Space');
        await tabTo(page, '申请内容齐全');
        await page.keyboard.press('Space');
        await look('case-accepting');
        await tabTo(page, '备注');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      } else {
        // Seven keys a case: claim, accept, two ticks, send, next.
        await page.keyboard.press('1');
        await page.getByText('经办：赵建国').waitFor();
        await page.keyboard.press('1');
        await page.getByRole('heading', { name: '受理', level: 3 }).waitFor();
        for (const key of ['Space', 'Tab', 'Space', 'Control+Enter']) await page.keyboard.press(key);
      }
      await page.getByText('镇审核与现场核查').first().waitFor();
      if (done === 9) continue;
      await page.keyboard.press('j');
      await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
    }
    await page.goto('/worklist?show=unclaimed');
    await page.getByRole('table').waitFor();
    const { items } = await portal.system().as('chengguan-reviewer-1')('worklist', { query: {} });
    expect(items.filter(({ stage }) => stage?.zh === '镇审核与现场核查')).toHaveLength(10);
  }, 240_000);

  it('keeps what was typed when somebody else was faster', async () => {
    const caseId = await fileGrant(portal.system(), 'applicant-toys', 21);
    await act(portal.system(), 'chengguan-reviewer-1', caseId, { type: 'claim' });
    const { page, look } = await portal.visitor();
    await openAs(page, 'chengguan-reviewer-1', `/cases/${caseId}`);
    const desk = page.locator('#desk');
    await desk.getByRole('button', { name: '受理', exact: true }).click();
    await desk.getByLabel('属于本项目受理范围').check();
    await desk.getByLabel('申请内容齐全、材料清晰可辨').check();
    await desk.getByLabel(/备注/).fill('材料已核对原件。');
    await act(portal.system(), 'chengguan-supervisor', caseId, {
      type: 'extend-clock',
      reason: '申请人外出，需延长。',
    });
    await desk.getByRole('button', { name: '受理', exact: true }).last().click();
    await page.getByText('刚才有人先办理了这个案件').waitFor();
    await look('someone-was-faster');
    expect(await desk.getByLabel(/备注/).inputValue()).toBe('材料已核对原件。');
    await desk.getByRole('button', { name: '受理', exact: true }).last().click();
    await page.getByText('办理成功：受理').waitFor();
    const { history } = await portal.system().as('chengguan-reviewer-1')('getCase', { params: { caseId } });
    expect(history.map(({ type }) => type)).toEqual([
      'application-submitted',
      'case-claimed',
      'clock-extended',
      'application-accepted',
    ]);
  }, 120_000);

  it('loses the race for a case kindly', async () => {
    const caseId = await fileGrant(portal.system(), 'applicant-toys', 22);
    const [first, second] = await Promise.all([portal.visitor(), portal.visitor()]);
    await openAs(first.page, 'chengguan-reviewer-1', `/cases/${caseId}`);
    await openAs(second.page, 'chengguan-reviewer-2', `/cases/${caseId}`);
    await first.page.getByRole('button', { name: '领取' }).waitFor();
    await second.page.getByRole('button', { name: '领取' }).waitFor();
    await first.page.getByRole('button', { name: '领取' }).click();
    await first.page.getByText('经办：赵建国').waitFor();
    await second.page.getByRole('button', { name: '领取' }).click();
    await second.page.getByText('经办：赵建国').waitFor();
    await second.look('race-lost');
    expect(await second.page.getByRole('button', { name: '领取' }).count()).toBe(0);
  }, 120_000);

  it('hands a case to a colleague, who is told and finds it among their own', async () => {
    const caseId = await fileGrant(portal.system(), 'applicant-toys', 24);
    await act(portal.system(), 'chengguan-reviewer-1', caseId, { type: 'claim' });
    const { page, look } = await portal.visitor();
    await openAs(page, 'chengguan-reviewer-1', `/cases/${caseId}`);
    const desk = page.locator('#desk');
    await desk.getByRole('button', { name: '转交同事' }).click();
    await desk.getByRole('button', { name: '转交同事' }).last().click();
    await desk.locator('.field-error').waitFor();
    await look('hand-over');
    const colleagues = desk.getByLabel('转交给');
    const name = '孙丽华';
    await colleagues.selectOption({ label: name });
    await desk.getByLabel(/理由/).fill('下乡走访，请接着办。');
    await desk.getByRole('button', { name: '转交同事' }).last().click();
    await page.getByText(`经办：${name}`).waitFor();
    await page.getByText('下乡走访，请接着办。').waitFor();

    await portal.system().system.runBackground('notifier');
    const colleague = await portal.visitor();
    await openAs(colleague.page, 'chengguan-reviewer-2', '/inbox');
    await colleague.page.getByRole('link', { name: `案件 ${caseId} 转交您办理` }).click();
    await colleague.page.getByText(`经办：${name}`).waitFor();
    await colleague.page.locator('#desk').getByRole('button', { name: '受理', exact: true }).waitFor();
    await colleague.page.goto('/worklist?show=mine');
    await colleague.page.getByText(caseId).first().waitFor();
  }, 120_000);

  it('recommends several cases together and hears what became of each', async () => {
    const ready = [
      await readyToRecommend(portal.system(), 'applicant-tea', 31),
      await readyToRecommend(portal.system(), 'applicant-tea', 32),
    ];
    const notReady = await fileGrant(portal.system(), 'applicant-tea', 33);
    const { page, lookAtDialog } = await portal.visitor();
    await openAs(page, 'chengguan-reviewer-2', '/worklist');
    for (const caseId of [...ready, notReady]) await page.getByLabel(`选择 ${caseId}`).check();
    await page.getByRole('button', { name: '批量推荐' }).click();
    const dialog = page.getByRole('dialog', { name: '批量推荐 3 件' });
    await dialog.getByLabel('推荐理由').fill('现场核查属实，建议支持。');
    await dialog.getByText('核算金额').nth(2).waitFor();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await lookAtDialog('bulk-recommend');
    await dialog.getByRole('button', { name: '批量推荐' }).click();
    await page.getByText('2 件成功，1 件未办成').waitFor();
    await lookAtDialog('bulk-result');
    for (const caseId of ready) {
      const { stage } = await portal.system().as('applicant-tea')('getApplication', { params: { caseId } });
      expect(stage?.kind).toBe('decision');
    }
  }, 180_000);

  it('sees a masked identifier only after giving a reason', async () => {
    const caseId = await fileGrant(portal.system(), 'applicant-toys', 23);
    const { page, lookAtDialog } = await portal.visitor();
    await openAs(page, 'chengguan-reviewer-1', `/cases/${caseId}`);
    await page.getByRole('button', { name: '查看完整内容' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '查看完整内容' }).click();
    await dialog.getByText('请写明理由').waitFor();
    await lookAtDialog('reveal');
    await dialog.getByLabel('理由').fill('与身份证原件核对');
    await dialog.getByRole('button', { name: '查看完整内容' }).click();
    await page.locator('.revealed').waitFor();
    expect(await page.locator('.revealed').textContent()).toMatch(/^\d{17}[\dX]$/);
  }, 120_000);
});
