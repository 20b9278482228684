import { beforeAll, describe, expect, it } from 'vitest';
import { enterPremises } from '../../infra/local/demo/premises.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { cameraPhoto } from '../support/camera-photo.ts';
import { choose, heading, next, siteSection, submit, upload } from '../support/phone-form.ts';
import { usePortal } from '../support/portal-visit.ts';

const unit = '610926108-phase-2';

describe.skipIf(!hasBrowser)('premises in the portal', () => {
  const portal = usePortal();

  beforeAll(async () => {
    await enterPremises((town) => {
      const keeper = demoPeople.find((person) => person.town === town && person.roles.includes('reviewer'));
      return portal.system().as(keeper!.id);
    });
  }, 60_000);

  it.each([
    ['zh', 'desktop'],
    ['en', 'desktop'],
    ['zh', 'narrow'],
    ['en', 'narrow'],
  ] as const)('are listed town by town for anybody: %s, %s', async (locale, device) => {
    const { page, look } = await portal.visitor({ locale, device });
    await page.goto('/premises');
    await page.getByRole('link', { name: /二期/ }).waitFor();
    await look(`premises-${locale}-${device}`);
    await page.getByRole('combobox').first().selectOption('610926108');
    await page.getByRole('link', { name: /临街楼/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /二期/ }).click();
    await page.getByRole('definition').first().waitFor();
    await look(`premises-unit-${locale}-${device}`);
  });

  it('are applied for on a phone, by somebody who is still to register, from the list to the receipt', async () => {
    const { page, look } = await portal.visitor({ device: 'phone' });
    await openAs(page, 'applicant-tea', '/applications');
    await page.goto('/');
    await page.getByRole('link', { name: /立即申请.*免租厂房/ }).click();
    await page.getByRole('button', { name: '开始填写' }).click();
    await heading(page, '经营主体');
    await choose(page, '申请人类型', '正在筹备登记的个人');
    await page.getByLabel('经营主体名称').fill('平利县双杨服装厂');
    await page.getByLabel('法定代表人（负责人）').fill('刘志强');
    await page.getByLabel('法定代表人身份证号码').fill('440524188001010014');
    await page.getByLabel('手机号码').fill('13812341234');
    await choose(page, '是否返乡创业', '否');
    await upload(page, '法定代表人身份证（正反面）');
    await choose(page, '已在平利县登记，或承诺在平利县登记', '是');
    await upload(page, '在平利县登记的承诺书');
    expect(await page.getByRole('group', { name: '营业执照' }).count()).toBe(0);
    await look('premises-apply-who');
    await next(page);

    await siteSection(page, {
      town: '长安镇',
      community: '双杨社区',
      site: '双杨社区统建楼二期',
      industry: '服装',
    });

    await heading(page, '申请厂房');
    await page.getByLabel('厂房', { exact: true }).selectOption(unit);
    await page.getByLabel('申请面积（平方米）').fill('600');
    await page.getByLabel('申请免租月数').fill('36');
    await page.getByLabel('申请减免比例（%）').fill('100');
    await page.getByLabel('计划入驻日期').fill('2027-01-04');
    await page.getByLabel('用电负荷').fill('80');
    await look('premises-apply-unit');
    await next(page);

    await heading(page, '投资和用工计划');
    await page.getByLabel('计划投资（元）').fill('50万');
    await upload(page, '投资计划');
    await page.getByLabel('计划提供岗位').fill('30');
    await page.getByLabel('其中脱贫（贫困）户岗位').fill('12');
    await upload(page, '用工计划');
    await next(page);

    await heading(page, '消防和环保');
    await choose(page, '是否属于国家限制、淘汰类或高污染行业', '否');
    await choose(page, '消防手续', '正在办理');
    await choose(page, '环评手续', '无需办理');
    await next(page);
    await page.getByText('长安镇标准化厂房 二期 1 层').waitFor();
    await look('premises-apply-check');
    const caseId = await submit(page);
    await look('premises-apply-receipt');
    const { status, answers } = await portal.system().as('applicant-tea')('getApplication', {
      params: { caseId },
    });
    expect(status).toBe('under-review');
    expect(answers).toMatchObject({ premises: unit, areaWanted: 60_000, plannedJobs: 30 });
  }, 120_000);

  it('are changed by an officer of the town, who says what stands there', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'changan-reviewer-1', '/keep-premises');
    await page.getByRole('link', { name: /二期/ }).waitFor();
    await look('premises-keep');
    await page.getByRole('link', { name: /二期/ }).click();
    await page.getByRole('link', { name: '修改房源' }).click();
    await page.getByLabel('供电容量').fill('380');
    await page.getByRole('radio', { name: '需要整修' }).check();
    await look('premises-change');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('380 千瓦').waitFor();
    await page.getByText('修改房源').last().waitFor();
    await look('premises-unit-officer');
    const { unit: kept } = await portal.system().as('auditor')('getPremises', { params: { unit } });
    expect(kept).toMatchObject({ power: 380, readiness: 'needs-work', version: 2 });
  }, 60_000);

  it.each([
    ['a large', 1, 3200, 2000, { naturalWidth: 1500, naturalHeight: 2400 }],
    ['a small', 2, 320, 200, { naturalWidth: 200, naturalHeight: 320 }],
  ])(
    'show anybody %s photo, upright, without the place the camera wrote into it',
    async (_, number, wide, high, seen) => {
      const { page, look } = await portal.visitor();
      await openAs(page, 'changan-reviewer-1', `/keep-premises/units/${unit}`);
      const photo = await cameraPhoto(page, wide, high, 'GPS 32.39N 109.36E');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '一层.jpg', mimeType: 'image/jpeg', buffer: photo });
      const name = new RegExp(`照片 ${number}`);
      await page.getByRole('img', { name }).waitFor();
      if (number === 1) await look('premises-photo-editor');
      const { page: anyone } = await portal.visitor();
      await anyone.goto(`/premises/${unit}`);
      const shown = anyone.getByRole('img', { name });
      await shown.waitFor();
      const { src, ...size } = await shown.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const { src, naturalWidth, naturalHeight } = image;
        return { src, naturalWidth, naturalHeight };
      });
      expect(size).toEqual(seen);
      const kept = Buffer.from(await (await fetch(src)).arrayBuffer());
      expect(kept.includes('GPS')).toBe(false);
      expect(kept.length).toBeLessThan(photo.length);
    },
    60_000,
  );

  it('are entered with their site, in English on a narrow screen too', async () => {
    const { page, look } = await portal.visitor({ locale: 'en', device: 'narrow' });
    await openAs(page, 'changan-reviewer-1', '/keep-premises/sites/new');
    await page.getByLabel('Name of the site').fill('石牛社区工厂');
    await look('premises-site-narrow');
    await page.getByLabel('Number').fill('shiniu');
    await page.getByLabel('Community').fill('石牛社区');
    await page.getByLabel('Address').fill('长安镇石牛社区');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: '石牛社区工厂' }).waitFor();

    await page.goto('/keep-premises/units/new');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Number').first().waitFor();
    await look('premises-unit-refused');
    await page.getByLabel('Number').fill('shiniu-1');
    await page.getByRole('radio', { name: /石牛社区工厂/ }).check();
    await page.getByLabel('Floor', { exact: true }).fill('2');
    await page.getByLabel('Area').fill('650.5');
    await page.getByLabel('Power').fill('160');
    await page.getByLabel(/Reference rent/).fill('7.5');
    await page.getByLabel('Source of the rent').fill('镇政府 2026 年定价');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('610926108-shiniu-1').waitFor();
    await look('premises-unit-new-narrow');
  }, 90_000);
});
