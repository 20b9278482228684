import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.ts';
import { usePortal } from '../support/portal-visit.ts';

describe.skipIf(!hasBrowser)('somebody without an account', () => {
  const portal = usePortal();

  it('learns what they could get, with the keyboard alone', async () => {
    const { page, look } = await portal.visitor({ device: 'narrow' });
    await page.goto('/what-could-i-get');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.locator('h1').focus();
    await press('Tab', 'Space', 'ArrowDown');
    await press('Tab', 'ArrowDown');
    for (const answer of ['18', '60', '20', '', '200000', '0']) {
      await press('Tab');
      await page.keyboard.type(answer);
    }
    await press('Tab', 'Enter');
    await page.getByRole('heading', { name: '结果' }).waitFor();
    await look('precheck-result');
    const results = page.locator('.precheck-result');
    expect(await results.count()).toBe(4);
    expect(await results.filter({ hasText: '就业创业补助' }).textContent()).toMatch(/可以申请|看情况/);
    // The floor area was left open.
    expect(await results.filter({ hasText: '还要看' }).filter({ hasText: '免租厂房' }).count()).toBe(1);
    expect(await results.filter({ hasText: '暂不符合' }).count()).toBeGreaterThan(0);
  }, 60_000);
});
