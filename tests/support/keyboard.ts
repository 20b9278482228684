import type { Page } from 'playwright-core';

/** What the control that has focus is called: its label, or what it says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    const label = isField ? element.labels?.[0]?.textContent : undefined;
    return (label ?? element?.textContent ?? '').trim();
  });

/** Tab, and nothing else, until the control whose name begins so has focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached with Tab; now on ${await focused(page)}`);
}

/** Types into the field of that name. */
export async function typeInto(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(value);
}

/** Ticks the choice that Tab leads to: the first of its group. */
export async function pick(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Space');
}

/** Goes down a list of options to the one that says so. */
export async function pickFromList(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, name);
  const list = page.getByLabel(name);
  for (let presses = 0; presses < 40; presses += 1) {
    const chosen = await list.evaluate(
      (element: HTMLSelectElement) => element.selectedOptions[0]?.textContent,
    );
    if (chosen?.startsWith(option)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} offers no ${option}`);
}

/** Opens the file dialog of the control that has focus, and takes this file. */
export async function pickFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await dialog).setFiles({ name: `${name}.png`, mimeType: 'image/png', buffer });
}
