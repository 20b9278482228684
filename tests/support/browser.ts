import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const screenshotFolder = join(root, 'tests/e2e/screenshots');

/** Where a Chromium is: named by CHROMIUM_PATH, or the one inside its npm package (Linux x64 only). */
async function chromiumPath(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return existsSync(named) ? named : undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged } = await import('@sparticuz/chromium');
  return oneAtATime(() => packaged.executablePath());
}

/** The package unpacks itself into /tmp on first use; a second test file must not run what is half written. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), 'chromium-unpacking');
  for (let waited = 0; waited < 600; waited += 1) {
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** False where there is no browser; the tests that need one are then skipped and say so. */
export const hasBrowser = (await chromiumPath()) !== undefined;
if (!hasBrowser) console.warn('No Chromium here: set CHROMIUM_PATH to run the browser tests.');

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: (await chromiumPath()) ?? '',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--in-process-gpu',
      '--disable-software-rasterizer',
      '--font-render-hinting=none',
    ],
  });

export const viewports = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  desktop: { width: 1280, height: 900 },
} as const;

export type Device = keyof typeof viewports;

type VisitorOptions = { readonly device?: Device; readonly locale?: 'zh' | 'en' };

/**
 * Somebody at a screen. Chinese glyphs come from under an address of the page's own origin (see
 * portal-system.ts), so the portal's content security policy stays as it is.
 */
export async function newVisitor(
  browser: Browser,
  origin: string,
  { device = 'desktop', locale = 'zh' }: VisitorOptions = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: viewports[device],
    hasTouch: device !== 'desktop',
    isMobile: device !== 'desktop',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('locale') === null) localStorage.setItem('locale', chosen);
    // The issuer's own page has a policy that lets nothing in.
    if (location.pathname.startsWith('/issuer')) return;
    addEventListener('DOMContentLoaded', () => {
      for (const weight of ['400', '700']) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = `/assets/test-fonts/${weight}.css`;
        document.head.append(link);
      }
    });
  }, locale);
  const page = await context.newPage();
  return { page, context };
}

/** What a page must never do: complain in the console, or break its security policy. */
export function watchComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused or lost call shows up as a failed resource; the page answers for those itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** Signs in as a demo person on the issuer's own page, unless the issuer still knows who it is. */
export async function pickPerson(page: Page, personId: string): Promise<void> {
  const isBack = (url: URL) => !url.pathname.startsWith('/issuer') && url.pathname !== '/sign-in/done';
  const person = page.locator(`button[value="${personId}"]`);
  await Promise.race([person.waitFor(), page.waitForURL((url) => url.pathname === '/sign-in/done')]);
  if (await person.isVisible()) await person.click();
  await page.waitForURL(isBack);
}

/** Opens a page that asks for a sign-in, and signs in as a demo person. */
export async function openAs(page: Page, personId: string, path: string): Promise<void> {
  await page.goto(path);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(登录|Sign in)$/ })
    .click();
  await pickPerson(page, personId);
}

/** As shipped for pages: half the size, which each page must read anew. */
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and the sizes of WCAG 2.2's targets; of a part of the page where one is named. */
export async function axeViolations(page: Page, within = 'html'): Promise<readonly string[]> {
  // A string is evaluated by the debugger, outside the page's own policy.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(await axeSource);
  return page.evaluate(async (part) => {
    const found = Reflect.get(globalThis, 'axe') as typeof axe;
    const { violations } = await found.run(part, {
      // Describing every element that is in order takes longer than looking at it.
      resultTypes: ['violations'],
      selectors: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary ?? ''}`),
    );
  }, within);
}

/** Changes the language of an open page; by script, since the switch lies behind an open dialog. */
export async function switchLanguage(page: Page): Promise<void> {
  const language = () => page.evaluate(() => document.documentElement.lang);
  const before = await language();
  await page.locator('.header-language').evaluate((button: HTMLElement) => button.click());
  await page.waitForFunction((lang) => document.documentElement.lang !== lang, before);
}

/** What sticks out at the side, innermost last; nothing when the page fits its width. */
export const stickingOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map(({ tagName, className }) => `${tagName}.${String(className)}`)
      .slice(-6);
  });

export async function screenshot(page: Page, name: string, fullPage = true): Promise<void> {
  await mkdir(screenshotFolder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: join(screenshotFolder, `${name}.jpg`),
    type: 'jpeg',
    quality: 85,
    fullPage,
  });
}
