import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { hasBrowser, launchBrowser, openAs } from '../support/browser.ts';
import { draftGrant, fileGrant } from '../support/portal-cases.ts';
import { startPortalSystem } from '../support/portal-system.ts';
import { median } from './percentiles.ts';

export type Paint = {
  /** Largest contentful paint of a page opened with an empty cache. */
  readonly lcpMs: number;
  /** From a key or a click to the next frame, the slowest of them; 16 where none took longer than a frame. */
  readonly inputDelayMs: number;
};

/** A page by the name its script has in the build, and who opens it where. */
type Visit = { readonly route: string; readonly path: string; readonly as?: string };

/** An old phone on a slow 4G network, as the developer tools of browsers define both. */
const slowdown = 4;
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const oneFrameMs = 16;

export type Paints = { readonly rounds: number; readonly pages: number };

/** The first so many pages in a real browser; undefined, and said so, where there is no browser. */
export async function measurePaint({
  rounds,
  pages,
}: Paints): Promise<Readonly<Record<string, Paint>> | undefined> {
  if (!hasBrowser) {
    console.error('  no Chromium here, so nothing is painted: set CHROMIUM_PATH');
    return undefined;
  }
  const [system, browser] = await Promise.all([startPortalSystem(), launchBrowser()]);
  try {
    const draft = await draftGrant(system, 'applicant-electronics', 1);
    for (const number of [2, 3, 4]) await fileGrant(system, 'applicant-electronics', number);
    const visits: readonly Visit[] = [
      { route: 'first page', path: '/' },
      { route: 'precheck/precheck', path: '/what-could-i-get' },
      { route: 'guide/guide', path: '/programmes/startup-grant' },
      { route: 'apply/edit', path: `/applications/${draft}/edit/applicant`, as: 'applicant-electronics' },
      { route: 'worklist/worklist', path: '/worklist', as: 'chengguan-reviewer-1' },
    ];
    const painted: Record<string, Paint> = {};
    for (const visit of visits.slice(0, pages)) {
      const paints: Paint[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const context = await browser.newContext({
          baseURL: system.origin,
          viewport: { width: 390, height: 844 },
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
        });
        context.setDefaultTimeout(60_000);
        paints.push(await paintOf(context, visit));
        await context.close();
      }
      painted[visit.route] = {
        lcpMs: Math.round(median(paints.map(({ lcpMs }) => lcpMs))),
        inputDelayMs: Math.round(median(paints.map(({ inputDelayMs }) => inputDelayMs))),
      };
    }
    return painted;
  } finally {
    await browser.close();
    await system.stop();
  }
}

async function paintOf(context: BrowserContext, { path, as }: Visit): Promise<Paint> {
  await context.addInitScript(observe);
  const page = await context.newPage();
  // Signing in is not what is measured.
  if (as !== undefined) await openAs(page, as, path);
  const session = await context.newCDPSession(page);
  await slowDown(session);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  const lcpMs = await page.evaluate(() => Math.max(...Reflect.get(globalThis, 'painted')));
  await use(page);
  const inputDelayMs = await page.evaluate(() => Math.max(...Reflect.get(globalThis, 'answered')));
  return { lcpMs, inputDelayMs: Math.max(oneFrameMs, inputDelayMs) };
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Types where something can be typed, opens the menu and changes the language: then everything on the page is drawn anew. */
async function use(page: Page): Promise<void> {
  const input = page.getByRole('main').getByRole('textbox').first();
  if (await input.isVisible()) {
    await input.click();
    await page.keyboard.type('12345', { delay: 120 });
  }
  // On a phone it lies in the menu.
  await page.getByRole('button', { name: '菜单' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).waitFor();
  // Events are told of a frame after they were answered.
  await page.waitForTimeout(500);
}

/** Runs in the page before anything else: notes what it paints and how long it takes to answer. */
function observe(): void {
  const painted = [0];
  const answered = [0];
  Object.assign(globalThis, { painted, answered });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) painted.push(startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    buffered: true,
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // Only what belongs to an interaction; moving the pointer over something is none.
      if (Reflect.get(entry, 'interactionId')) answered.push(entry.duration);
    }
  }).observe(events);
}
