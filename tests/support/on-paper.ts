import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { stickingOut } from './browser.ts';

/** What A4 leaves between the margins that letters are printed with, in CSS pixels. */
const paperWidth = Math.floor(((210 - 2 * 22) / 25.4) * 96);

/** On how many sheets of A4 the open page is printed. Nothing of it is cut off at the side. */
export async function sheetsOf(page: Page): Promise<number> {
  const screen = page.viewportSize()!;
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: paperWidth, height: screen.height });
  expect(await stickingOut(page)).toEqual([]);
  for (const part of ['banner', 'contentinfo', 'button'] as const) {
    for (const shown of await page.getByRole(part).all()) expect(await shown.isVisible()).toBe(false);
  }
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const points = sizes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
  expect(new Set(points.map(String))).toEqual(new Set(['595,842']));
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(screen);
  return sizes.length;
}
