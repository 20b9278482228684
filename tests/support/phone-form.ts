import type { Page } from 'playwright-core';
import { drawnDocument } from '../../infra/local/demo/drawn-document.ts';

/** Answers a question whose options all lie open. */
export const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();

/** Hands in a photograph where it is asked for, and waits until it has arrived. */
export async function upload(page: Page, question: string): Promise<void> {
  const buffer = Buffer.from(await drawnDocument(question.length).arrayBuffer());
  const group = page.getByRole('group', { name: question });
  await group
    .getByLabel(/^选择文件/)
    .setInputFiles({ name: `${question}.png`, mimeType: 'image/png', buffer });
  await group.getByRole('button', { name: '查看' }).waitFor();
}

export const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The section on the factory's site, and on to the next. */
export async function siteSection(
  page: Page,
  { town, community, site, industry }: Readonly<Record<'town' | 'community' | 'site' | 'industry', string>>,
): Promise<void> {
  await heading(page, '厂点');
  await page.getByLabel('厂点所在镇').selectOption({ label: town });
  await page.getByLabel('社区（村）').fill(community);
  await page.getByLabel('安置点或厂址').fill(site);
  await page.getByLabel('所属行业').selectOption({ label: industry });
  await next(page);
}

/** From the last section to the receipt; returns the number of the application. */
export async function submit(page: Page): Promise<string> {
  await heading(page, '核对并提交');
  await page.getByText('系统初步核算').waitFor();
  await page.getByLabel('我已阅读并同意以上承诺').check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await heading(page, '申请已提交');
  return (await page.locator('.receipt-number strong').textContent()) ?? '';
}
