import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ProfileView } from '../../src/profile/index.ts';
import type { Stage } from './stage.ts';

const WAIT = { timeout: 20_000 };

/** A form that is filled in with nonsense, and what it says beside the field. */
interface Refusal {
  readonly form: string;
  readonly path: string | ((stage: Stage) => Promise<string>);
  /** Fills it in and submits it. */
  readonly act: (page: Page) => Promise<void>;
  /** The field by its label, and the sentence about it. */
  readonly field: string;
  readonly says: string;
}

const region = (page: Page, name: string) => page.getByRole('region', { name });
const submit = (page: Page, form: string) =>
  region(page, form).getByRole('button', { name: form, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');

async function sarah({ owner }: Stage): Promise<string> {
  const order = { identity: 'email:sarah.keller@example.com' };
  return `/people/${(await owner.call<ProfileView>('POST', '/api/people/find', order)).body.id}`;
}

const REFUSALS: readonly Refusal[] = [
  {
    form: 'a source without a name',
    path: '/settings/sources',
    act: (page) => submit(page, 'Add a source'),
    field: 'Name',
    says: 'Fill this in.',
  },
  {
    form: 'a source whose name is blank',
    path: '/settings/sources',
    async act(page) {
      await region(page, 'Add a source').getByLabel('Name').fill('   ');
      await submit(page, 'Add a source');
    },
    field: 'Name',
    says: 'Fill this in.',
  },
  {
    form: 'a source with an id of other letters',
    path: '/settings/sources',
    async act(page) {
      await region(page, 'Add a source').getByLabel('Name').fill('Shop');
      await region(page, 'Add a source').getByLabel(/^Id/).fill('My Shop!');
      await submit(page, 'Add a source');
    },
    field: 'Id',
    says: 'This does not fit. Stands in every event and cannot change: small letters, digits, hyphens.',
  },
  {
    form: 'a source of half a country',
    path: '/settings/sources',
    async act(page) {
      await region(page, 'Add a source').getByLabel('Name').fill('Shop');
      await region(page, 'Add a source')
        .getByLabel(/^Country/)
        .fill('D');
      await submit(page, 'Add a source');
    },
    field: 'Country for telephone numbers (optional)',
    says: 'This does not fit. DE',
  },
  {
    form: 'an invitation to no e-mail address',
    path: '/settings/users',
    async act(page) {
      await region(page, 'Invite somebody').getByLabel('Name').fill('Nobody');
      await region(page, 'Invite somebody').getByLabel('E-mail').fill('nobody at home');
      await submit(page, 'Invite somebody');
    },
    field: 'E-mail',
    says: 'Write an e-mail address, such as ana@shop.example.',
  },
  {
    form: 'a token without a name',
    path: '/settings/tokens',
    act: (page) => submit(page, 'Make a token'),
    field: 'Name',
    says: 'Fill this in.',
  },
  {
    form: 'a session that never ends',
    path: '/settings/general',
    async act(page) {
      await page.getByLabel(/^Pause that ends a session/).fill('100000');
      await region(page, 'Time, currency, sessions').getByRole('button', { name: 'Save' }).click();
    },
    field: 'Pause that ends a session (minutes)',
    says: 'At most 1440.',
  },
  {
    form: 'a rate of nothing',
    path: '/settings/general',
    async act(page) {
      const panel = region(page, 'Reports');
      await panel.getByRole('button', { name: 'Add a rate' }).click();
      await panel.getByRole('textbox', { name: 'Currency' }).last().fill('US');
      await panel.getByRole('spinbutton', { name: 'Worth' }).last().fill('1');
      await panel.getByRole('button', { name: 'Save' }).click();
    },
    field: 'Currency',
    says: 'This does not fit.',
  },
  {
    form: 'a list of a file without a file',
    path: '/audiences',
    async act(page) {
      await page.getByRole('button', { name: 'New audience' }).click();
      await page.getByRole('menuitem', { name: 'List from a CSV file' }).click();
      await dialog(page).getByLabel('Name').fill('Fair visitors');
      await dialog(page).getByRole('button', { name: 'Upload' }).click();
    },
    field: 'CSV file',
    says: 'Choose a file.',
  },
  {
    form: 'a snapshot without a name',
    path: '/audiences/customers',
    async act(page) {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Keep a snapshot…' }).click();
      await dialog(page).getByLabel('Name').fill('');
      await dialog(page).getByRole('button', { name: 'Keep' }).click();
    },
    field: 'Name',
    says: 'Fill this in.',
  },
  {
    form: 'a note that says nothing',
    path: sarah,
    async act(page) {
      await page.getByRole('button', { name: 'Add a note' }).click();
      await dialog(page).getByRole('button', { name: 'Record' }).click();
    },
    field: 'Note',
    says: 'Fill this in.',
  },
  {
    form: 'a call of a year',
    path: sarah,
    async act(page) {
      await page.getByRole('button', { name: 'Log a call' }).click();
      await dialog(page).getByLabel('Minutes').fill('525600');
      await dialog(page).getByRole('button', { name: 'Record' }).click();
    },
    field: 'Minutes',
    says: 'At most 600.',
  },
  {
    form: 'a consent that nobody confirmed',
    path: sarah,
    async act(page) {
      await page.getByRole('button', { name: 'Change consent' }).click();
      await dialog(page).getByLabel('Yes, I agree').check();
      await dialog(page).getByRole('button', { name: 'Record' }).click();
    },
    field: 'She said so herself',
    says: 'Tick this to go on.',
  },
  {
    form: 'a workspace without a name',
    path: '/analysis/retention',
    async act(page) {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Save as' }).click();
      await dialog(page).getByLabel('Name').fill(' ');
      await dialog(page).getByRole('button', { name: 'Save' }).click();
    },
    field: 'Name',
    says: 'Fill this in.',
  },
  {
    form: 'a password that is too short',
    path: '/people',
    async act(page) {
      await page.getByRole('button', { name: /^You:/ }).click();
      await page.getByRole('menuitem', { name: 'Change the password' }).click();
      await dialog(page).getByRole('textbox', { name: 'Current password' }).fill('correct horse battery');
      await dialog(page).getByRole('textbox', { name: 'New password' }).fill('short');
      await dialog(page).getByRole('button', { name: 'Change the password' }).click();
    },
    field: 'New password',
    says: 'At least 12 characters.',
  },
];

/** Forms refuse nonsense with a sentence that says what to do, next to the field. */
export function formTests(stage: () => Stage): void {
  describe('a form', () => {
    it.each(REFUSALS)('refuses $form, and says what to do beside the field', async (asked) => {
      const { path, act, field, says } = asked;
      const visit = await stage().visit();
      const { page } = visit;
      const changes: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'PUT' || request.method() === 'PATCH') changes.push(request.url());
      });
      await visit.open(typeof path === 'string' ? path : await path(stage()));
      await act(page);
      const sentence = page.getByText(says, { exact: true }).first();
      await sentence.waitFor(WAIT);
      // It belongs to the field: it is read with it, and the field has the focus, or is the button of a file.
      const label = page.getByLabel(field).and(page.locator('input, textarea, select, button'));
      const around = await sentence.evaluate((element) => element.parentElement?.textContent ?? '');
      expect(`${around} ${await label.last().getAttribute('aria-label')}`).toContain(field);
      expect(changes).toEqual([]);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('takes the sentence back when the field is put right, and then does what it is for', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/settings/tokens');
      await submit(page, 'Make a token');
      const name = region(page, 'Make a token').getByLabel('Name');
      expect(await name.getAttribute('aria-invalid')).toBe('true');
      expect(await name.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
      await name.fill('For the till');
      await expect.poll(() => page.getByText('Fill this in.').count()).toBe(0);
      expect(await name.getAttribute('aria-invalid')).toBe(null);
      await submit(page, 'Make a token');
      await dialog(page).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('cell', { name: 'For the till', exact: true }).waitFor();
      await visit.close();
    });

    it('says why the server refused what looked well', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/settings/sources');
      await region(page, 'Add a source').getByLabel('Name').fill('Web');
      await submit(page, 'Add a source');
      await page.getByRole('alert').getByText('This was not done.').waitFor(WAIT);
      expect(await page.getByRole('alert').textContent()).toMatch(/web/);
      await visit.close();
    });
  });
}
