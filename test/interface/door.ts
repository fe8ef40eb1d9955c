import { describe, expect, it } from 'vitest';
import { type Caller, callerOf, callerWith, cookieOf, PASSWORD, secretOf } from '../callers.ts';
import { OWNER, type Stage, type Visit } from './stage.ts';

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

    it('comes between when a session ends under an open page, and keeps what was typed for her alone', async () => {
      const { shop, owner, visit: come } = stage();
      const order = { email: 'guest@shop.example', name: 'A Guest', role: 'marketer' };
      const { body } = await owner.call<{ link: { path: string } }>('POST', '/api/users', order);
      const secret = secretOf(body.link.path);
      const joined = await callerWith(shop).call('POST', '/api/links/redeem', { secret, password: PASSWORD });
      const visit = await come({ who: 'nobody' });
      const { page } = visit;
      await visit.context.addCookies([{ ...cookieOf(joined), url: shop.url }]);
      await visit.open('/audiences/new');
      const name = page.getByRole('textbox', { name: /^Name/ });
      await name.fill('Half done');
      await end(callerOf(shop, joined));
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
      await page.getByText('Your session has ended').waitFor();
      expect(await page.getByText('Half done').count()).toBe(0);
      expect(await name.isVisible()).toBe(false);
      expect(await page.getByLabel('E-mail').inputValue()).toBe(order.email);
      await signIn(visit, PASSWORD);
      await name.waitFor();
      expect(await name.inputValue()).toBe('Half done');
      expect(await page.title()).toContain('audience');
      await visit.context.clearCookies();
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByLabel('E-mail').fill(OWNER.email);
      await signIn(visit, OWNER.password);
      await name.waitFor();
      expect(await name.inputValue()).toBe('');
      await visit.close();
    });
  });
}

/** Ends all sessions of somebody, from somewhere else. */
async function end(caller: Caller): Promise<void> {
  expect((await caller.call('DELETE', '/api/sessions')).status).toBe(204);
}

async function signIn({ page }: Visit, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
