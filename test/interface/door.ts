import { describe, expect, it } from 'vitest';
import { callerOf, callerWith } from '../callers.ts';
import { OWNER, type Stage } from './stage.ts';

/** The way in: claiming, signing out, signing in. The first tests of all, for they make the owner. */
export function doorTests(stage: () => Stage): void {
  describe('the way in', () => {
    it('says where the link is while nobody owns the shop, and shows nothing else', async () => {
      const visit = await stage().visit({ who: 'nobody' });
      await visit.open('/people');
      expect(await visit.page.locator('h1').textContent()).toBe('Who owns this Rapport?');
      expect(await visit.page.getByRole('navigation').count()).toBe(0);
      await visit.close();
    });

    it('makes the owner by the link of the start, and leads home', async () => {
      const { shop, visit: come } = stage();
      const link = await shop.app.access.ownerLink();
      const visit = await come({ who: 'nobody' });
      await visit.open(link!.path);
      const { page } = visit;
      await page.getByLabel('Your name').fill(OWNER.name);
      await page.getByLabel('E-mail').fill(OWNER.email);
      await page.getByRole('textbox', { name: 'New password' }).fill(OWNER.password);
      await page.getByRole('button', { name: 'Begin' }).click();
      await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
      expect(page.url()).toBe(`${shop.url}/`);
      const { email, password } = OWNER;
      const signedIn = await callerWith(shop).call('POST', '/api/session', { email, password });
      stage().owner = callerOf(shop, signedIn);
      await visit.close();
    });

    it('lets nobody in with a wrong password, the owner with hers, and out again', async () => {
      const visit = await stage().visit({ who: 'nobody' });
      const { page } = visit;
      await visit.open('/people');
      await page.getByLabel('E-mail').fill(OWNER.email);
      const password = page.getByRole('textbox', { name: 'Password' });
      await password.fill('not my password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByRole('alert').textContent()).toBe('E-mail address or password is wrong.');
      await password.fill(OWNER.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
      await page.getByRole('button', { name: `You: ${OWNER.name}` }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
      expect(await visit.context.cookies()).toEqual([]);
      await visit.close();
    });
  });
}
