import { describe, expect, it } from 'vitest';
import { hasBrowser, openAs, pickPerson } from '../support/browser.ts';
import { draftGrant } from '../support/portal-cases.ts';
import { usePortal } from '../support/portal-visit.ts';

describe.skipIf(!hasBrowser)('a sign-in that ends in the middle of a form', () => {
  const portal = usePortal();

  it('says so, keeps what is typed, and comes back to the same page after signing in again', async () => {
    const applicant = 'applicant-toys';
    const caseId = await draftGrant(portal.system(), applicant, 1);
    const { page, look } = await portal.visitor({ device: 'phone' });
    await openAs(page, applicant, `/applications/${caseId}/edit/place`);
    await page.getByLabel('安置点或厂址').waitFor();
    await page.route('**/api/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer expired' } }),
    );
    await page.getByLabel('安置点或厂址').fill('登录失效时填写的厂址');
    await page.getByText('登录已失效').first().waitFor();
    await look('expired');
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: '重新登录' }).first().click();
    await pickPerson(page, applicant);
    expect(new URL(page.url()).pathname).toBe(`/applications/${caseId}/edit/place`);
    expect(await page.getByLabel('安置点或厂址').inputValue()).toBe('登录失效时填写的厂址');
    await page.getByText(/\d\d:\d\d 已保存/).waitFor();
  }, 120_000);
});
