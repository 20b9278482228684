import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import {
  axeViolations,
  type Device,
  launchBrowser,
  newVisitor,
  screenshot,
  stickingOut,
  switchLanguage,
  watchComplaints,
} from './browser.ts';
import { type PortalSystem, type SystemOptions, startPortalSystem } from './portal-system.ts';

type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Holds the page to its width and a silent console. */
  readonly fits: (name: string) => Promise<void>;
  /** Takes a picture, and holds the page to accessibility too. */
  readonly look: (name: string) => Promise<void>;
  /** The same of an open dialog, in both languages. */
  readonly lookAtDialog: (name: string) => Promise<void>;
};

export type Portal = {
  readonly system: () => PortalSystem;
  readonly visitor: (options?: {
    readonly device?: Device;
    readonly locale?: 'zh' | 'en';
  }) => Promise<Visitor>;
};

/** A running system and a browser for the tests of a file. */
export function usePortal(options: SystemOptions = {}): Portal {
  let system: PortalSystem | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [system, browser] = await Promise.all([startPortalSystem(options), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await system?.stop();
  });
  return {
    system: () => system!,
    visitor: async (visit = {}) => {
      const { page, context } = await newVisitor(browser!, system!.origin, visit);
      contexts.push(context);
      const complaints = watchComplaints(page);
      const fits = async (name: string) => {
        await page.locator('.skeleton').first().waitFor({ state: 'detached' });
        expect(await stickingOut(page), `${name} fits its width`).toEqual([]);
        expect(complaints, name).toEqual([]);
      };
      return {
        page,
        context,
        fits,
        look: async (name) => {
          await fits(name);
          await screenshot(page, name);
          expect(await axeViolations(page), name).toEqual([]);
        },
        lookAtDialog: async (name) => {
          for (const suffix of ['', '-other-language']) {
            await page.locator('.skeleton').first().waitFor({ state: 'detached' });
            await screenshot(page, name + suffix, false);
            expect(await axeViolations(page, 'dialog[open]'), name).toEqual([]);
            expect(await stickingOut(page), `${name} fits its width`).toEqual([]);
            await switchLanguage(page);
          }
          expect(complaints, name).toEqual([]);
        },
      };
    },
  };
}
