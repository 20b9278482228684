import { beforeAll, describe, expect, it } from 'vitest';
import { drawnDocument } from '../../infra/local/demo/drawn-document.ts';
import { enterPremises } from '../../infra/local/demo/premises.ts';
import { demoPeople } from '../../infra/local/demo-people.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
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

  it('get a photograph, which anybody sees', async () => {
    const { page, look } = await portal.visitor();
    await openAs(page, 'changan-reviewer-1', `/keep-premises/units/${unit}`);
    const png = Buffer.from(await drawnDocument(3).arrayBuffer());
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '一层.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('img', { name: /照片 1/ }).waitFor();
    await look('premises-photo-editor');
    const { page: anyone } = await portal.visitor();
    await anyone.goto(`/premises/${unit}`);
    const photo = anyone.getByRole('img', { name: /照片 1/ });
    await photo.waitFor();
    expect(
      await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(0);
  }, 60_000);

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
