import { describe, expect, it } from 'vitest';
import { drawnDocument } from '../../infra/local/demo/drawn-document.ts';
import { hasBrowser, openAs, pickPerson } from '../support/browser.ts';
import { sheetsOf } from '../support/on-paper.ts';
import { act, checklistOf, fileGrant, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

describe.skipIf(!hasBrowser)('a correction, in English', () => {
  const portal = usePortal();
  const applicant = 'applicant-toys';

  it('is asked for beside the answers, mended where it was asked, and shown as changes', async () => {
    const caseId = await fileGrant(portal.system(), applicant, 41);
    const officer = await portal.visitor({ locale: 'en' });
    await openAs(officer.page, 'chengguan-reviewer-1', `/cases/${caseId}`);
    const desk = officer.page.locator('#desk');
    await desk.getByRole('button', { name: 'Claim' }).click();
    await desk.getByRole('button', { name: 'Return for correction' }).first().click();
    await officer.page.getByRole('button', { name: /Ask to mend.*Mobile number/ }).click();
    await officer.page.getByRole('button', { name: /Ask to mend.*Business licence/ }).click();
    await desk.getByRole('button', { name: 'Return for correction' }).last().click();
    await desk.getByText('Please fill this in.').first().waitFor();
    await desk.getByLabel('Mobile number: what to mend').fill('登记的手机号码无法接通。');
    await desk.getByLabel('Business licence: what to mend').fill('照片看不清，请重新拍照。');
    await officer.look('correction-asked');
    await desk.getByRole('button', { name: 'Return for correction' }).last().click();
    await officer.page.getByText('Returned to you').waitFor();

    const { page, look, lookAtDialog } = await portal.visitor({ device: 'phone', locale: 'en' });
    await openAs(page, applicant, '/applications');
    await page.getByRole('link', { name: /Mend it/ }).click();
    await page.getByText('登记的手机号码无法接通。').waitFor();
    await look('correction-open');
    expect(await page.getByLabel('Name of the entity').count()).toBe(0);
    await page.getByLabel('Mobile number').fill('13900001111');
    const licence = page.getByRole('group', { name: 'Business licence' });
    await licence.getByRole('button', { name: /Remove/ }).click();
    await licence.getByLabel(/Choose a file/).setInputFiles({
      name: '新照片.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await drawnDocument(9).arrayBuffer()),
    });
    await licence.getByRole('button', { name: /View.*新照片/ }).waitFor();
    await page.getByRole('button', { name: 'Submit the correction' }).click();
    await page.getByText('Correction handed in').waitFor();
    await look('correction-sent');

    await officer.page.reload();
    await officer.page.getByRole('heading', { name: 'Changed since the last revision' }).waitFor();
    await officer.look('correction-changes');
    const { changes } = await portal.system().as('chengguan-reviewer-1')('getCase', { params: { caseId } });
    expect(changes.map(({ path }) => path).toSorted()).toEqual(['/licence', '/mobile']);

    await page.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this application?' });
    await lookAtDialog('withdraw');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.getByLabel(/Reason/).fill('改为明年再申请。');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('You withdrew this application').waitFor();
    await look('withdrawn');
    await officer.page.reload();
    await officer.page.getByText('改为明年再申请。').waitFor();
  }, 180_000);

  it('ends in letters that print on A4', async () => {
    const system = portal.system();
    const accepted = await fileGrant(system, applicant, 42);
    await act(system, 'chengguan-reviewer-1', accepted, { type: 'claim' });
    const checklist = await checklistOf(system, 'chengguan-reviewer-1', accepted);
    await act(system, 'chengguan-reviewer-1', accepted, { type: 'accept', checklist });
    const returned = await fileGrant(system, applicant, 43);
    await act(system, 'chengguan-reviewer-1', returned, { type: 'claim' });
    await act(system, 'chengguan-reviewer-1', returned, {
      type: 'return-for-correction',
      items: [
        'site',
        'community',
        'mobile',
        'account',
        'bank',
        'payee',
        'workers',
        'actualInvestment',
      ].flatMap((id) => [
        { path: `/${id}`, reason: `${'请对照原件逐字核对后重新填写，并说明前后不一致的原因。'.repeat(6)}` },
      ]),
    });
    const refused = await readyToRecommend(system, applicant, 44);
    await act(system, 'chengguan-reviewer-2', refused, {
      type: 'recommend',
      opinion: 'oppose',
      amount: 0,
      reason: '现场核查时没有生产。',
      checklist: await checklistOf(system, 'chengguan-reviewer-2', refused),
    });
    const bureau = 'human-resources-reviewer-1';
    await act(system, bureau, refused, { type: 'claim' });
    await act(system, bureau, refused, {
      type: 'refuse',
      facts: '现场核查时厂房没有投入生产，申报的设备不在现场。',
      basis: ['interim-measures'],
      checklist: await checklistOf(system, bureau, refused),
    });

    const { page, look, lookAtDialog } = await portal.visitor();
    await openAs(page, applicant, `/applications/${accepted}`);
    for (const [caseId, letter, sheets] of [
      [accepted, '受理通知书', 1],
      [returned, '一次性补正告知书', 2],
      [refused, '不予批准决定书', 1],
    ] as const) {
      await page.goto(`/applications/${caseId}`);
      await page.getByRole('link', { name: letter }).last().click();
      await page.getByRole('heading', { name: letter, exact: true }).waitFor();
      await look(`letter-${letter}`);
      expect(await sheetsOf(page), letter).toBe(sheets);
    }
    await page.goto(`/applications/${refused}`);
    await page.getByRole('button', { name: '申请复核' }).click();
    await lookAtDialog('internal-review');
  }, 120_000);
});

describe.skipIf(!hasBrowser)('an officer who files for an applicant', () => {
  const portal = usePortal();

  it('records the authority and uploads it before submitting', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'guangfo-reviewer-1', '/assist');
    await page.getByRole('button', { name: '开始代填' }).click();
    await page.getByText('请填写。').first().waitFor();
    await page.getByLabel('政策').selectOption({ label: '就业创业补助' });
    await page.getByLabel('申请人账号').fill('applicant-tea');
    await page.getByLabel('授权情况').fill('2026年11月20日本人签署授权书');
    await look('assist-filled');
    await page.getByRole('button', { name: '开始代填' }).click();
    await page.getByRole('heading', { level: 1, name: '经营主体' }).waitFor();
    await page.goto(`${page.url().replace(/\/edit.*/, '')}/edit/check`);
    const authority = page.getByRole('group', { name: '代办授权书' });
    await authority.getByLabel(/选择文件/).setInputFiles({
      name: '授权书.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await authority.getByText('授权书.pdf').waitFor();
    await look('assist-authority');
  }, 120_000);

  it('must sign in as somebody whose page it is', async () => {
    const { page, look } = await portal.visitor();
    await page.goto('/assist');
    await page.getByRole('main').getByRole('button', { name: '登录' }).click();
    await pickPerson(page, 'applicant-tea');
    await page.getByRole('heading', { name: '您的岗位不办理这类事项' }).waitFor();
    await look('not-yours');
  }, 60_000);
});
