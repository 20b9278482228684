import { beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../support/browser.ts';
import { hasBrowser, openAs } from '../support/browser.ts';
import { act, draftGrant, fileGrant, readyToRecommend } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

/** Addresses by the person who may see them; filled in once the cases exist. */
type Tour = Readonly<Record<string, readonly (readonly [name: string, path: string])[]>>;

describe.skipIf(!hasBrowser)('every page', () => {
  const portal = usePortal();
  let tour: Tour = {};

  beforeAll(async () => {
    const system = portal.system();
    const draft = await draftGrant(system, 'applicant-electronics', 1);
    const filed = await fileGrant(system, 'applicant-electronics', 2);
    const returned = await fileGrant(system, 'applicant-electronics', 3);
    await act(system, 'chengguan-reviewer-1', returned, { type: 'claim' });
    await act(system, 'chengguan-reviewer-1', returned, {
      type: 'return-for-correction',
      items: [
        { path: '/mobile', reason: '登记的手机号码无法接通，请核对。' },
        { path: '/roster/1/residentId', reason: '与身份证复印件不一致。' },
        { path: '/licence', reason: '照片看不清，请重新拍照上传。' },
      ],
    });
    const refused = await fileGrant(system, 'applicant-electronics', 4);
    await act(system, 'chengguan-reviewer-1', refused, { type: 'claim' });
    await act(system, 'chengguan-reviewer-1', refused, {
      type: 'not-accept',
      facts: '申请的厂点不在本县安置社区范围内。',
      basis: 'interim-measures',
    });
    const recommended = await readyToRecommend(system, 'applicant-electronics', 5);
    tour = {
      'applicant-electronics': [
        ['applications', '/applications'],
        ['start', '/apply/startup-grant'],
        ['draft', `/applications/${draft}`],
        ['section', `/applications/${draft}/edit/applicant`],
        ['section-roster', `/applications/${draft}/edit/employment`],
        ['section-equipment', `/applications/${draft}/edit/investment`],
        ['check', `/applications/${draft}/edit/check`],
        ['following', `/applications/${filed}`],
        ['receipt', `/applications/${filed}/receipt`],
        ['correction', `/applications/${returned}/edit`],
        ['returned', `/applications/${returned}`],
        ['letter-correction', `/applications/${returned}/letters/3`],
        ['not-accepted', `/applications/${refused}`],
        ['letter-not-accepted', `/applications/${refused}/letters/3`],
      ],
      'chengguan-reviewer-2': [
        ['worklist', '/worklist'],
        ['case', `/cases/${recommended}`],
        ['case-returned', `/cases/${returned}`],
        ['case-letter', `/cases/${returned}/letters/3`],
        ['objections-none', '/objections'],
        ['assist', '/assist'],
        ['inbox', '/inbox'],
      ],
      auditor: [['versions', '/policy/programmes/startup-grant']],
      'policy-officer': [
        ['overview', '/overview'],
        ['policy', '/policy'],
        ['publish', '/policy/publish'],
        ['holidays', '/holidays'],
        ['publish-holidays', '/holidays/publish'],
      ],
    };
  }, 120_000);

  it.each([
    ['zh', 'desktop'],
    ['en', 'desktop'],
    ['zh', 'narrow'],
    ['en', 'narrow'],
  ] as const)(
    'is accessible, fits and stays silent: public pages, %s, %s',
    async (locale, device) => {
      const { page, look } = await portal.visitor({ device: device as Device, locale });
      for (const [name, path] of [
        ['home', '/'],
        ['precheck', '/what-could-i-get'],
        ['guide', '/programmes/startup-grant'],
        ['guide-premises', '/programmes/rent-free-premises'],
        ['notices-none', '/notices'],
        ['not-found', '/nowhere'],
        ['sign-in-first', '/applications'],
        ['no-programme', '/programmes/none'],
      ] as const) {
        await page.goto(path);
        await page.locator('main h1, main .notice').first().waitFor();
        await look(`${name}-${locale}-${device}`);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(
          locale === 'zh' ? 'zh-CN' : 'en',
        );
      }
    },
    180_000,
  );

  it.each([
    ['zh', 'desktop', 'applicant-electronics'],
    ['en', 'narrow', 'applicant-electronics'],
    ['zh', 'narrow', 'applicant-electronics'],
    ['en', 'desktop', 'applicant-electronics'],
    ['zh', 'desktop', 'chengguan-reviewer-2'],
    ['en', 'narrow', 'chengguan-reviewer-2'],
    ['zh', 'desktop', 'auditor'],
    ['en', 'narrow', 'auditor'],
    ['zh', 'desktop', 'policy-officer'],
    ['en', 'narrow', 'policy-officer'],
  ] as const)(
    'is accessible, fits and stays silent: %s, %s, %s',
    async (locale, device, person) => {
      const { page, look } = await portal.visitor({ device: device as Device, locale });
      const [first, ...rest] = tour[person] ?? [];
      await openAs(page, person, first![1]);
      await page.locator('main h1').waitFor();
      await look(`${first![0]}-${locale}-${device}`);
      for (const [name, path] of rest) {
        await page.goto(path);
        await page.locator('main h1').waitFor();
        await look(`${name}-${locale}-${device}`);
      }
    },
    240_000,
  );

  it('can be used at 200 % zoom: text grows and nothing sticks out', async () => {
    const { page, look } = await portal.visitor({ device: 'desktop' });
    await page.setViewportSize({ width: 640, height: 450 });
    await page.goto('/programmes/startup-grant');
    await page.locator('main h1').waitFor();
    await look('guide-zoomed');
  }, 60_000);
});
