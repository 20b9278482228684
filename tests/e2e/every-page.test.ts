import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fictionalCreditCode } from '../../infra/local/demo/fictional-enterprise.ts';
import { hasBrowser, openAs, viewports } from '../support/browser.ts';
import { act, draftGrant, fileGrant, readyToRecommend } from '../support/portal-cases.ts';
import type { PortalSystem } from '../support/portal-system.ts';
import { usePortal } from '../support/portal-visit.ts';

/** Addresses by the person who may see them, with the buttons that open a dialog there; filled in once the cases exist. */
type Stop = readonly [name: string, path: string, dialogs?: readonly RegExp[]];
type Tour = Readonly<Record<string, readonly Stop[]>>;

const publicPages = [
  ['home', '/'],
  ['precheck', '/what-could-i-get'],
  ['guide', '/programmes/startup-grant'],
  ['guide-premises', '/programmes/rent-free-premises'],
  ['notices-none', '/notices'],
  ['not-found', '/nowhere'],
  ['sign-in-first', '/applications'],
  ['no-programme', '/programmes/none'],
] as const;

const company = fictionalCreditCode(3900);

/** An enterprise whose founder acts for it, with a colleague who asks to and a branch that has a code of its own. */
async function enterCompany(system: PortalSystem): Promise<void> {
  const [founder, colleague, town] = [
    system.as('applicant-electronics'),
    system.as('applicant-toys'),
    system.as('chengguan-reviewer-1'),
  ];
  const params = { enterprise: company };
  const version = async () => (await town('getProfile', { params })).profile.version;
  const enter = (call: typeof founder) =>
    call('enterEnterprise', {
      body: {
        commandId: randomUUID(),
        creditCode: company,
        name: '平利县新城电子有限公司（演示）',
        town: '610926100',
      },
    });
  await enter(founder);
  await town('decideOnProfile', {
    params,
    body: {
      commandId: randomUUID(),
      version: await version(),
      command: { type: 'confirm-member', account: 'applicant-electronics', reason: '已核对营业执照。' },
    },
  });
  await enter(colleague);
  await founder('actOnEnterprise', {
    params,
    body: {
      commandId: randomUUID(),
      version: await version(),
      command: {
        type: 'add-branch',
        name: '新城电子药妇沟分厂',
        town: '610926100',
        address: '药妇沟社区 1 号楼一层',
        creditCode: fictionalCreditCode(3901),
      },
    },
  });
}

/**
 * Looks at an open page on both widths, then changes its language there and looks again: what a page needs to
 * load and to sign in is spent once. The next page begins in the language this one ended in.
 */
async function inBothLanguages(page: Page, look: (suffix: string) => Promise<void>): Promise<void> {
  const language = () => page.evaluate(() => document.documentElement.lang);
  const first = await language();
  const [shown, other] = first === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  expect(first).toBe(tags[shown]);
  await look(`${shown}-narrow`);
  await page.setViewportSize(viewports.desktop);
  await look(`${shown}-desktop`);
  await page.getByRole('banner').getByRole('button', { name: names[other] }).click();
  await expect.poll(language).toBe(tags[other]);
  const { height } = (await page.getByRole('banner').boundingBox())!;
  expect(height, 'the entries of the header are on one line').toBeLessThan(100);
  await look(`${other}-desktop`);
  await page.setViewportSize(viewports.narrow);
  await look(`${other}-narrow`);
}

/** Follows a link, so to speak: the portal stays, as it does for whoever clicks. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise((drawn) => {
        history.pushState(null, '', to);
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      }),
    path,
  );
}

/**
 * Each page fits in both languages at both widths; what it looks like, and axe, see each language and each width
 * once: Chinese as most read it, applicants on phones and offices at desks.
 */
const onPhones: ReadonlySet<string> = new Set(['zh-narrow', 'en-desktop']);

const tags = { zh: 'zh-CN', en: 'en' } as const;
const names = { zh: '中文', en: 'English' } as const;

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
    await enterCompany(system);
    const recommended = await readyToRecommend(system, 'applicant-electronics', 5);
    tour = {
      'applicant-electronics': [
        ['applications', '/applications'],
        ['start', '/apply/startup-grant'],
        ['draft', `/applications/${draft}`, [/^(删除草稿|Discard the draft)/]],
        ['section', `/applications/${draft}/edit/applicant`, [/^(查看|View)/]],
        ['section-roster', `/applications/${draft}/edit/employment`, [/^(从表格|Paste)/, /^(修改|Edit)/]],
        ['section-equipment', `/applications/${draft}/edit/investment`],
        ['check', `/applications/${draft}/edit/check`],
        ['following', `/applications/${filed}`, [/^(撤回申请|Withdraw)/]],
        ['receipt', `/applications/${filed}/receipt`],
        ['correction', `/applications/${returned}/edit`],
        ['returned', `/applications/${returned}`],
        ['letter-correction', `/applications/${returned}/letters/3`],
        ['not-accepted', `/applications/${refused}`],
        ['letter-not-accepted', `/applications/${refused}/letters/3`],
        ['enterprises', '/enterprises'],
        ['enterprise-new', '/enterprises/new'],
        [
          'enterprise',
          `/enterprises/${company}`,
          [/^(修改名称|Change name)/, /^(我要退出|Leave)/, /^(删除|Remove)/],
        ],
      ],
      'chengguan-reviewer-2': [
        ['worklist', '/worklist'],
        ['case', `/cases/${recommended}`],
        ['case-returned', `/cases/${returned}`],
        ['case-letter', `/cases/${returned}/letters/3`],
        ['objections-none', '/objections'],
        ['assist', '/assist'],
        ['inbox', '/inbox'],
        ['enterprise-requests', '/profile-requests'],
        ['enterprise-request', `/profile-requests/${company}`],
      ],
      auditor: [
        ['versions', '/policy/programmes/startup-grant'],
        ['ledger-page', '/ledger'],
      ],
      'policy-officer': [
        ['overview', '/overview'],
        ['policy', '/policy'],
        ['publish', '/policy/publish'],
        ['holidays', '/holidays'],
        ['publish-holidays', '/holidays/publish'],
      ],
    };
  }, 120_000);

  it('is accessible, fits and stays silent: public pages', async () => {
    const { page, look, fits } = await portal.visitor({ device: 'narrow' });
    for (const [name, path] of publicPages) {
      if (page.url() === 'about:blank') await page.goto(path);
      else await goWithin(page, path);
      await page.locator('main h1, main .notice').first().waitFor();
      await inBothLanguages(page, (suffix) =>
        onPhones.has(suffix) ? look(`${name}-${suffix}`) : fits(`${name}-${suffix}`),
      );
    }
  }, 240_000);

  it.each(['applicant-electronics', 'chengguan-reviewer-2', 'auditor', 'policy-officer'])(
    'is accessible, fits and stays silent: %s',
    async (person) => {
      const { page, look, fits, lookAtDialog } = await portal.visitor({ device: 'narrow' });
      for (const [name, path, dialogs = []] of tour[person] ?? []) {
        if (page.url() === 'about:blank') await openAs(page, person, path);
        else await goWithin(page, path);
        await page.locator('main h1').waitFor();
        await inBothLanguages(page, (suffix) =>
          onPhones.has(suffix) === person.startsWith('applicant')
            ? look(`${name}-${suffix}`)
            : fits(`${name}-${suffix}`),
        );
        for (const [index, opener] of dialogs.entries()) {
          await page.getByRole('main').getByRole('button', { name: opener }).first().click();
          await page.getByRole('dialog').waitFor();
          await lookAtDialog(`${name}-dialog-${index + 1}`);
          await page.keyboard.press('Escape');
        }
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
