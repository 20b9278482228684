import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type Device, launchBrowser, newVisitor, openAs } from './support/browser.ts';

/**
 * `npm run pictures [-- http://127.0.0.1:8080]`: takes the pictures of the README from a running portal that has
 * its demo data. For two of them an applicant begins a draft and a bureau reviewer claims the most urgent case.
 */
const origin = process.argv[2] ?? 'http://127.0.0.1:8080';
const root = resolve(import.meta.dirname, '..');
const browser = await launchBrowser();

async function picture(name: string, device: Device, show: (page: Page) => Promise<void>): Promise<void> {
  const { page, context } = await newVisitor(browser, origin, { device });
  // Small files whose words can still be read in the README.
  if (device === 'desktop') await page.setViewportSize({ width: 1200, height: 640 });
  // A running portal has no fonts for tests: glyphs come from their package.
  await context.route('**/test-fonts/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace(/^.*test-fonts\//, '');
    const body = await readFile(join(root, 'node_modules/@fontsource/noto-sans-sc', file));
    await route.fulfill({ body, contentType: file.endsWith('.css') ? 'text/css' : 'font/woff2' });
  });
  await show(page);
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(root, 'web/pictures', `${name}.png`) });
  await context.close();
}

await picture('home-phone', 'phone', async (page) => {
  await page.goto('/');
  await page.locator('main h1').waitFor();
});
await picture('form-phone', 'phone', async (page) => {
  await openAs(page, 'applicant-electronics', '/apply/startup-grant');
  await page
    .getByRole('main')
    .getByRole('button', { name: /开始填写|另外新建一份/ })
    .click();
  await page.waitForURL(/\/edit/);
  await page.getByRole('main').getByRole('textbox').first().waitFor();
});
await picture('case', 'desktop', async (page) => {
  await openAs(page, 'human-resources-reviewer-1', '/worklist');
  await page.getByRole('table').getByRole('link').first().click();
  const claim = page.getByRole('button', { name: '领取' });
  const approve = page.getByRole('button', { name: '批准', exact: true }).first();
  await claim.or(approve).waitFor();
  if (await claim.isVisible()) await claim.click();
  await approve.click();
  await page.getByText('办理后果').waitFor();
  // Without the notice of the claim, which goes by itself.
  await page.reload();
  await page.getByText('办理后果').waitFor();
  await page.locator('.document-picture img').waitFor();
});
await picture('dossier', 'desktop', async (page) => {
  await openAs(page, 'auditor', '/decisions');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByText('是，逐项核验通过').waitFor();
});
await browser.close();
