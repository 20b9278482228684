import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { usePortal } from '../support/portal-visit.ts';

const people = Array.from({ length: 200 }, (_, index) => fictionalPerson(91_000 + index));
const heading = ['身份证号码', '姓名', '月工资', '入职日期', '合同期限', '是否脱贫（贫困）户'];
const rows = people.map(({ name, residentId }, index) => [
  // Two mistakes of the kind people make: a slip in an ID, a word for a number.
  index === 149 ? residentId.replace(/.$/, (last) => (last === '1' ? '2' : '1')) : residentId,
  name,
  index === 17 ? '两千五' : '2,500',
  '2026年3月2日',
  '24',
  index % 3 === 0 ? '是' : '否',
]);

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const workbook = zipSync({
  'xl/worksheets/sheet1.xml': strToU8(
    `<worksheet><sheetData>${[heading, ...rows].map((line) => `<row>${line.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  ),
});

describe.skipIf(!hasBrowser)('a roster of 200 workers', () => {
  const portal = usePortal();
  const applicant = 'applicant-gloves';

  async function openRoster(device: 'phone' | 'desktop') {
    const draft = await portal.system().as(applicant)('startApplication', {
      body: { commandId: crypto.randomUUID(), programmeId: 'startup-grant' },
    });
    const visitor = await portal.visitor({ device });
    await openAs(visitor.page, applicant, `/applications/${draft.caseId}/edit/employment`);
    await visitor.page.getByRole('button', { name: '从表格粘贴或上传' }).click();
    return { ...visitor, caseId: draft.caseId, dialog: visitor.page.getByRole('dialog') };
  }

  it('is pasted from a spreadsheet, every bad cell is named, mended in place and saved', async () => {
    const { page, look, dialog, caseId } = await openRoster('desktop');
    await dialog
      .getByLabel('把表格内容粘贴在这里')
      .fill([heading, ...rows].map((line) => line.join('\t')).join('\n'));
    await dialog.getByText('读到 200 行').waitFor();
    await dialog.getByText('第 18 行 月工资（元）：读不懂“两千五”').waitFor();
    await dialog.getByText('第 150 行 身份证号码').waitFor();
    await look('roster-import');
    await dialog.getByRole('button', { name: '导入' }).click();
    await page.getByText('第 1–25 行，共 200 行').waitFor();
    await look('roster-grid');

    await page.getByLabel(/只看有问题的/).check();
    const bad = page.getByLabel('第 150 行 身份证号码');
    await bad.fill(people[149]!.residentId);
    await bad.blur();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('link', { name: '员工名册 第 18 行 月工资（元）' }).click();
    const wage = page.getByLabel('第 18 行 月工资（元）');
    await expect.poll(() => wage.evaluate((element) => element === document.activeElement)).toBe(true);
    await wage.fill('2500');
    await wage.blur();
    await page.getByText(/\d\d:\d\d 已保存/).waitFor();
    const { answers, errors } = await portal.system().as(applicant)('getApplication', { params: { caseId } });
    expect(answers.roster).toHaveLength(200);
    expect(errors.filter(({ path }) => path.startsWith('/roster'))).toEqual([]);
  }, 120_000);

  it('is uploaded as a workbook on a phone and shown as cards', async () => {
    const { page, look, dialog } = await openRoster('phone');
    await dialog.getByLabel(/或者选择文件/).setInputFiles({
      name: '名册.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(workbook),
    });
    await dialog.getByText('读到 200 行').waitFor();
    await dialog.getByRole('button', { name: '导入' }).click();
    await page.getByText('第 1–10 行，共 200 行').waitFor();
    await page.getByLabel(/只看有问题的/).check();
    await look('roster-cards');
    expect(await page.locator('.row-card').count()).toBe(2);
  }, 120_000);

  it('can be begun from a template that keeps IDs whole', async () => {
    const { page, dialog } = await openRoster('desktop');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '下载空白表格' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('员工名册.xlsx');
    await dialog.getByLabel(/或者选择文件/).setInputFiles(await download.path());
    await dialog.getByText('读到 0 行').waitFor();
  }, 60_000);

  it('says so when a file is no table', async () => {
    const { look, dialog } = await openRoster('desktop');
    await dialog
      .getByLabel(/或者选择文件/)
      .setInputFiles({ name: '照片.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004不是表格') });
    await dialog.getByText('这个文件读不出来').waitFor();
    await look('roster-unreadable');
  }, 60_000);
});
