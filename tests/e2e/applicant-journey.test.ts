import { describe, expect, it } from 'vitest';
import { drawnDocument } from '../../infra/local/demo/drawn-document.ts';
import { fictionalPerson } from '../../infra/local/demo/fictional-person.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { pick, pickFile, pickFromList, tabTo, typeInto } from '../support/keyboard.ts';
import { choose, heading, next, siteSection, upload } from '../support/phone-form.ts';
import { usePortal } from '../support/portal-visit.ts';

const roster = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const { name, residentId } = fictionalPerson(90_000 + index);
    return [name, residentId, '2026/3/2', '24', '2,500', index % 3 === 0 ? '是' : '否'].join('\t');
  }).join('\n');

describe.skipIf(!hasBrowser)('an entrepreneur with a phone', () => {
  const portal = usePortal();

  it('applies for a startup grant from the first page to the receipt, and follows it', async () => {
    const { page, look, lookAtDialog } = await portal.visitor({ device: 'phone' });
    await page.goto('/');
    await page.getByRole('link', { name: /立即申请.*就业创业补助/ }).click();
    await look('phone-sign-in-first');
    await page.getByRole('main').getByRole('button', { name: '登录' }).click();
    await page.locator('button[value="applicant-electronics"]').click();
    await page.getByRole('button', { name: '开始填写' }).click();

    await heading(page, '经营主体');
    await next(page);
    await page.getByRole('heading', { name: /处需要修改/ }).waitFor();
    await look('phone-errors');
    await choose(page, '申请人类型', '企业（公司）');
    await page.getByLabel('经营主体名称').fill('平利县兴旺电子有限公司');
    await page.getByLabel('统一社会信用代码').fill('91610926ma0000007w');
    await page.getByLabel('成立日期').fill('2025-03-01');
    await page.getByLabel('法定代表人（负责人）').fill('刘志强');
    await page.getByLabel('法定代表人身份证号码').fill('440524188001010014');
    await page.getByLabel('手机号码').fill('138 1234 1234');
    await choose(page, '是否返乡创业', '是');
    await page.getByLabel('返乡前务工地').fill('广东东莞');
    await page.getByLabel('返乡日期').fill('2024-12-01');
    await upload(page, '营业执照');
    await upload(page, '法定代表人身份证（正反面）');
    await look('phone-section-filled');
    await next(page);

    await siteSection(page, {
      town: '城关镇',
      community: '药妇沟社区',
      site: '一期安置楼 3 号楼一层',
      industry: '电子元器件',
    });

    await heading(page, '创业与用工');
    await choose(page, '是否首次创业', '是');
    await page.getByLabel('该厂点现有员工').fill('12人');
    await page.getByLabel('其中脱贫（贫困）户员工').fill('4');
    await page.getByRole('button', { name: '从表格粘贴或上传' }).click();
    await page.getByLabel('把表格内容粘贴在这里').fill(roster(12));
    await page.getByText('没有发现问题').waitFor();
    await lookAtDialog('phone-paste');
    await page.getByRole('button', { name: '导入' }).click();
    await upload(page, '劳动合同和近期工资发放记录');
    await look('phone-roster');
    await next(page);

    await heading(page, '投资与设备');
    await choose(page, '申请依据', '《平利县扶持发展社区工厂暂行办法》');
    expect(await page.getByRole('group', { name: '招商协议' }).count()).toBe(0);
    await page.getByLabel('实际投资总额（元）').fill('30万');
    await page.getByRole('button', { name: '添加一行' }).click();
    const row = page.getByRole('dialog');
    await row.getByLabel('设备名称').fill('绕线机');
    await row.getByLabel('数量').fill('10');
    await row.getByLabel('单价（元）').fill('2万');
    await row.getByLabel(/发票号码/).fill('26610000001');
    await lookAtDialog('phone-row');
    await row.getByRole('button', { name: '完成' }).click();
    await upload(page, '设备发票');
    await next(page);

    await heading(page, '申请金额');
    await page.getByLabel('申请补助金额（元）').fill('10万');
    await choose(page, '以前领取过政府补助吗', '否');
    await next(page);

    await heading(page, '收款账户');
    await page.getByLabel('户名').fill('平利县兴旺电子有限公司');
    await page.getByLabel('开户银行').fill('平利农商银行城关支行');
    await page.getByLabel('银行账号').fill('2710 0101 0000 123456');
    await next(page);

    await heading(page, '核对并提交');
    await page.getByText('系统初步核算').waitFor();
    await look('phone-check');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('请先勾选承诺').waitFor();
    await page.getByLabel('我已阅读并同意以上承诺').check();
    await page.getByRole('button', { name: '提交申请' }).click();

    await heading(page, '申请已提交');
    const number = await page.locator('.receipt-number strong').textContent();
    expect(number).toMatch(/^PL-/);
    await look('phone-receipt');
    await page.getByRole('link', { name: '查看办理进度' }).click();
    await page.getByText('现由城关镇人民政府办理').waitFor();
    await look('phone-following');

    const application = await portal.system().as('applicant-electronics')('getApplication', {
      params: { caseId: number ?? '' },
    });
    expect(application.status).toBe('under-review');
    expect(application.answers).toMatchObject({
      creditCode: '91610926MA0000007W',
      mobile: '13812341234',
      actualInvestment: 30_000_000,
      amountRequested: 10_000_000,
      workers: 12,
      account: '27100101 0000123456'.replace(' ', ''),
    });
  }, 180_000);

  it('finds known facts filled in the next time', async () => {
    const { page } = await portal.visitor({ device: 'phone' });
    await openAs(page, 'applicant-electronics', '/apply/training-subsidy');
    await page.getByRole('button', { name: '开始填写' }).click();
    await heading(page, '经营主体');
    expect(await page.getByLabel('经营主体名称').inputValue()).toBe('平利县兴旺电子有限公司');
    expect(await page.getByLabel('统一社会信用代码').inputValue()).toBe('91610926MA0000007W');
  }, 60_000);

  it('enters the enterprise once: its town confirms, a colleague comes in, a branch fills in the form', async () => {
    const company = '平利县兴旺电子有限公司';
    const { page, look } = await portal.visitor({ device: 'phone' });
    await openAs(page, 'applicant-electronics', '/enterprises');
    await page.getByText('申请过，还没有登记').waitFor();
    await page.getByRole('link', { name: '登记这家企业' }).click();
    expect(await page.getByLabel('企业名称').inputValue()).toBe(company);
    expect(await page.getByLabel('统一社会信用代码').inputValue()).toBe('91610926MA0000007W');
    await page.getByLabel('总厂所在镇').selectOption({ label: '城关镇' });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('等待确认', { exact: true }).waitFor();

    const town = await portal.visitor({ device: 'desktop' });
    await openAs(town.page, 'chengguan-reviewer-1', '/profile-requests');
    await town.page.getByRole('link', { name: company }).click();
    await town.page.getByRole('button', { name: /^确认/ }).click();
    const dialog = town.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('请填写此项').waitFor();
    await dialog.getByLabel('核对情况').fill('已核对营业执照和法定代表人身份证。');
    await town.lookAtDialog('enterprise-confirming');
    await dialog.getByRole('button', { name: '保存' }).click();
    await town.page.getByText('确认可以办事').waitFor();

    await page.reload();
    await page.getByRole('link', { name: `打开 ${company}` }).click();
    await page.getByRole('button', { name: '添加分厂' }).click();
    await page.getByLabel('分厂名称').fill('兴旺电子广佛分厂');
    await page.getByLabel('分厂所在镇').selectOption({ label: '广佛镇' });
    await page.getByLabel('地址').fill('松杉社区 2 号楼一层');
    await page.getByRole('button', { name: '添加分厂' }).click();
    await page.getByText('松杉社区 2 号楼一层').waitFor();
    await page.getByRole('button', { name: '请同事一起办' }).click();
    const link = await page.getByLabel('邀请链接').inputValue();
    await look('enterprise-phone');

    const colleague = await portal.visitor({ device: 'phone' });
    await openAs(colleague.page, 'applicant-toys', link);
    expect(await colleague.page.getByLabel('企业名称').inputValue()).toBe(company);
    await colleague.page.getByRole('button', { name: '提交' }).click();
    await colleague.page.getByText('等待确认', { exact: true }).waitFor();

    await page.reload();
    await page.getByRole('button', { name: /^同意/ }).click();
    await page.getByText('已同意').waitFor();
    await colleague.page.reload();
    await colleague.page.getByRole('link', { name: `打开 ${company}` }).click();
    await colleague.page.getByRole('link', { name: '就业创业补助' }).click();
    await heading(colleague.page, '就业创业补助');

    await page.goto('/apply/training-subsidy');
    await choose(page, '为哪家企业申请', company);
    await page.getByLabel('为哪个厂点申请').selectOption({ label: '兴旺电子广佛分厂（广佛镇）' });
    await look('phone-start-for-branch');
    await page.getByRole('button', { name: /开始填写|另外新建一份/ }).click();
    await heading(page, '经营主体');
    expect(await page.getByLabel('经营主体名称').inputValue()).toBe(company);
    await page.goto(`${new URL(page.url()).pathname}/place`);
    await heading(page, '厂点');
    expect(await page.getByLabel('厂点所在镇').inputValue()).toBe('610926106');
    expect(await page.getByLabel('安置点或厂址').inputValue()).toBe('松杉社区 2 号楼一层');

    await page.goto('/enterprises/91610926MA0000007W');
    await page.getByRole('button', { name: /^取消资格/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消资格' }).click();
    await page.getByText('已取消').waitFor();
    await colleague.page.goto('/enterprises/91610926MA0000007W');
    await heading(colleague.page, '不能查看这家企业');
  }, 180_000);

  it('applies with the keyboard alone', async () => {
    const { page } = await portal.visitor();
    // Whoever listens from the start meets every file dialog; who begins at the key press may come too late.
    page.on('filechooser', () => undefined);
    await openAs(page, 'applicant-tea', '/applications');
    await page.goto('/programmes/town-cash-support');
    const enter = async (name: string) => {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    };
    /** The first control of the question that takes a file, wherever the focus is. */
    const paper = async (question: string) => {
      const input = page.getByRole('group', { name: question }).getByLabel(/^选择文件/);
      for (let presses = 0; presses < 60; presses += 1) {
        if (await input.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await pickFile(page, question, Buffer.from(await drawnDocument(question.length).arrayBuffer()));
      await page.getByRole('group', { name: question }).getByRole('button', { name: '查看' }).waitFor();
    };
    await enter('立即申请');
    await heading(page, '广佛镇社区工厂现金支持');
    await enter('开始填写');

    await heading(page, '经营主体');
    await pick(page, '企业（公司）');
    await typeInto(page, '经营主体名称', '平利县高山茶业有限公司');
    await typeInto(page, '统一社会信用代码', '91350100M000100Y43');
    // The browser of the tests asks for month, day and year, and goes from one to the next by itself.
    await typeInto(page, '成立日期', '03012025');
    await typeInto(page, '法定代表人（负责人）', '刘志强');
    await typeInto(page, '法定代表人身份证号码', '440524188001010014');
    await typeInto(page, '手机号码', '13812341234');
    await tabTo(page, '是');
    await page.keyboard.press('ArrowDown');
    await paper('营业执照');
    await paper('法定代表人身份证（正反面）');
    await enter('下一步');

    await heading(page, '厂点');
    await pickFromList(page, '厂点所在镇', '广佛镇');
    await typeInto(page, '社区（村）', '松杉社区');
    await typeInto(page, '安置点或厂址', '2 号楼一层');
    await pickFromList(page, '所属行业', '茶叶、农产品加工');
    await enter('下一步');

    await heading(page, '生产情况');
    await typeInto(page, '申请年度', new Date().toISOString().slice(0, 4));
    await typeInto(page, '该厂点现有员工', '30');
    await typeInto(page, '其中脱贫（贫困）户员工', '12');
    await typeInto(page, '上年产值（元）', '120万');
    await typeInto(page, '资金用途', '添置烘干设备。');
    await enter('下一步');

    await heading(page, '收款账户');
    await typeInto(page, '户名', '平利县高山茶业有限公司');
    await typeInto(page, '开户银行', '平利农商银行广佛支行');
    await typeInto(page, '银行账号', '27100101000012345');
    await paper('开户许可证或银行账户信息');
    await enter('下一步');

    await heading(page, '核对并提交');
    await page.getByText('系统初步核算').waitFor();
    await pick(page, '我已阅读并同意以上承诺');
    await enter('提交申请');
    await heading(page, '申请已提交');
  }, 180_000);
});
