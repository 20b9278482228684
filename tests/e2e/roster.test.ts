import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { choose, heading, next, siteSection, submit, upload } from '../support/phone-form.ts';
import { fileGrant } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

const people = Array.from({ length: 200 }, (_, index) => fictionalPerson(91_000 + index));
const columns = ['身份证号码', '姓名', '月工资', '入职日期', '合同期限', '是否脱贫（贫困）户'];
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
    `<worksheet><sheetData>${[columns, ...rows].map((line) => `<row>${line.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  ),
});

/** Trainees as a school keeps them; the third has a slip in the ID, the fifth a result that is none. */
const trainees = people
  .slice(0, 12)
  .map(({ name, residentId, mobile }, index) => [
    name,
    index === 2 ? residentId.replace(/.$/, (last) => (last === '1' ? '2' : '1')) : residentId,
    mobile,
    '城关镇药妇沟村',
    '是',
    '2026-11-02',
    '95%',
    index === 4 ? '优秀' : '合格',
  ]);

describe.skipIf(!hasBrowser)('a training subsidy', () => {
  const portal = usePortal();

  it('is applied for on a phone, with trainees from a spreadsheet, from the guide to the receipt', async () => {
    // What the enterprise stated before is filled in.
    await fileGrant(portal.system(), 'applicant-toys', 61);
    const { page, look, lookAtDialog } = await portal.visitor({ device: 'phone' });
    await openAs(page, 'applicant-toys', '/applications');
    await page.goto('/programmes/training-subsidy');
    await page.getByRole('link', { name: '立即申请' }).first().click();
    await page.getByRole('button', { name: '开始填写' }).click();
    await heading(page, '经营主体');
    await upload(page, '营业执照');
    await upload(page, '法定代表人身份证（正反面）');
    await next(page);

    await siteSection(page, {
      town: '城关镇',
      community: '药妇沟社区',
      site: '一期安置楼 3 号楼一层',
      industry: '毛绒玩具',
    });

    await heading(page, '培训情况');
    await choose(page, '培训项目', '雨露计划');
    await page.getByLabel('培训工种').selectOption({ label: '毛绒玩具制作工' });
    await choose(page, '等级', '岗前培训（不分等级）');
    await page.getByLabel('培训班期次').fill('2026 年第 3 期');
    await page.getByLabel('开班日期').fill('2026-09-01');
    await page.getByLabel('结业日期').fill('2026-10-30');
    await page.getByLabel('总课时').fill('360');
    await page.getByLabel('培训（试用）期月工资（元）').fill('2300');
    await page.getByLabel('培训机构').fill('平利县移民技术学校（演示）');
    await page.getByRole('button', { name: '添加一行' }).click();
    const teacher = page.getByRole('dialog');
    await teacher.getByLabel('姓名').fill('陈巧云');
    await teacher.getByLabel('授课内容').fill('缝制工艺');
    await teacher.getByLabel('职称或技能等级').fill('高级技师');
    await teacher.getByLabel('课时').fill('360');
    await teacher.getByRole('button', { name: '完成' }).click();
    await upload(page, '培训方案和课程表');
    await look('training-course');
    await next(page);

    await heading(page, '学员名单');
    await page.getByLabel('计划培训人数').fill('12');
    await page.getByLabel('实际培训人数').fill('12');
    await page.getByRole('button', { name: '从表格粘贴或上传' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('把表格内容粘贴在这里').fill(trainees.map((line) => line.join('\t')).join('\n'));
    await sheet.getByText('第 3 行 身份证号码').waitFor();
    await sheet.getByText('第 5 行 考核结果：读不懂“优秀”').waitFor();
    await lookAtDialog('training-import');
    await sheet.getByRole('button', { name: '导入' }).click();
    await page.getByLabel('只看有问题的 2 行').check();
    await look('training-rows-wrong');
    await page.getByRole('button', { name: '修改 第 3 行' }).click();
    await page.getByRole('dialog').getByLabel('身份证号码').fill(people[2]!.residentId);
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await page.getByRole('button', { name: '修改 第 5 行' }).click();
    await page.getByRole('dialog').getByText('合格', { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await upload(page, '签到表');
    await upload(page, '学员劳动合同');
    await next(page);

    await heading(page, '收款账户');
    await look('training-account');
    await next(page);
    await look('training-check');
    const caseId = await submit(page);
    await look('training-receipt');
    const { status, answers } = await portal.system().as('applicant-toys')('getApplication', {
      params: { caseId },
    });
    expect(status).toBe('under-review');
    expect(answers.trainees).toHaveLength(12);
  }, 180_000);
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
    const { page, look, lookAtDialog, dialog, caseId } = await openRoster('desktop');
    await dialog
      .getByLabel('把表格内容粘贴在这里')
      .fill([columns, ...rows].map((line) => line.join('\t')).join('\n'));
    await dialog.getByText('读到 200 行').waitFor();
    await dialog.getByText('第 18 行 月工资（元）：读不懂“两千五”').waitFor();
    await dialog.getByText('第 150 行 身份证号码').waitFor();
    await lookAtDialog('roster-import');
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
    const { lookAtDialog, dialog } = await openRoster('desktop');
    await dialog
      .getByLabel(/或者选择文件/)
      .setInputFiles({ name: '照片.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004不是表格') });
    await dialog.getByText('这个文件读不出来').waitFor();
    await lookAtDialog('roster-unreadable');
  }, 60_000);
});
