import type { Page } from 'playwright-core';
import type { ProfileView } from '../../src/profile/index.ts';
import type { Stage, Who } from './stage.ts';

/** Something that a page opens: a dialog, a menu, a drawer, a message. */
interface StateUnderTest {
  /** Names its pictures. */
  readonly name: string;
  readonly open: (page: Page, stage: Stage) => Promise<void>;
  /** Escape, unless it says otherwise. */
  readonly close?: (page: Page) => Promise<void>;
}

/** A page, and what is opened on it, one after the other. */
interface Walk {
  readonly name: string;
  readonly path: (stage: Stage) => Promise<string>;
  readonly who?: Who;
  readonly width?: number;
  readonly states: readonly StateUnderTest[];
}

const PHONE = 390;
const at = (path: string) => async (): Promise<string> => path;
const nothing = async (): Promise<void> => {};
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

/** Presses a button and waits for its menu. */
const menu = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('menu').filter({ visible: true }).waitFor();
};

/** Presses a button and waits for its dialog. */
const press = (name: string | RegExp) => async (page: Page) => {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
  await dialog(page).waitFor();
};

/** Chooses something of a menu and waits for its dialog. */
const choose = (button: string | RegExp, item: string) => async (page: Page) => {
  await menu(button)(page);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  await dialog(page).waitFor();
};

async function sarah({ owner }: Stage): Promise<string> {
  const order = { identity: 'email:sarah.keller@example.com' };
  return `/people/${(await owner.call<ProfileView>('POST', '/api/people/find', order)).body.id}`;
}

const SHELL: Walk = {
  name: 'the frame around pages',
  path: at('/people'),
  states: [
    { name: 'user-menu', open: menu(/^You:/) },
    { name: 'sessions', open: choose(/^You:/, 'Where I am signed in') },
    { name: 'password', open: choose(/^You:/, 'Change the password') },
    { name: 'tasks', open: press(/^Tasks/) },
    {
      name: 'search',
      async open(page) {
        await page.keyboard.press('Control+k');
        await dialog(page).locator('input').fill('sa');
        await dialog(page).getByText('Sarah Keller').first().waitFor();
      },
    },
  ],
};

const ON_A_PHONE: Walk = {
  name: 'the menu of pages on a phone',
  path: at('/'),
  width: PHONE,
  states: [
    {
      name: 'navigation',
      async open(page) {
        await page.getByRole('button', { name: 'Open the menu' }).click();
        await page.getByRole('link', { name: 'Audiences' }).waitFor();
      },
      async close(page) {
        await page.getByRole('button', { name: 'Close the menu' }).click();
      },
    },
  ],
};

const DOOR: Walk = {
  name: 'the way in',
  path: at('/people'),
  who: 'nobody',
  states: [
    {
      name: 'sign-in-refused',
      async open(page) {
        await page.getByLabel('E-mail').fill('nobody@shop.example');
        await page.getByRole('textbox', { name: 'Password' }).fill('not my password');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
  ],
};

const PERSON: Walk = {
  name: 'the page of a person',
  path: sarah,
  states: [
    { name: 'log-a-call', open: press('Log a call') },
    { name: 'consent-change', open: press('Change consent') },
    { name: 'note', open: press('Add a note') },
    { name: 'person-menu', open: menu('More') },
    {
      name: 'merge-preview',
      async open(page, { owner }) {
        const { body } = await owner.call<{ members: { person: number }[] }>(
          'GET',
          '/api/audiences/big-spenders/members?limit=5',
        );
        const other = body.members.find(({ person }) => !page.url().endsWith(`/${person}`))!.person;
        await choose('More', 'Merge with another person…')(page);
        await dialog(page).getByLabel('Find the other person').fill(String(other));
        await dialog(page).getByRole('button').filter({ hasText: /./ }).first().waitFor();
        await dialog(page)
          .getByRole('button', { name: new RegExp(`${other}`) })
          .click();
        await dialog(page)
          .getByText(/identit(y|ies)/)
          .first()
          .waitFor();
      },
    },
    {
      name: 'why-in-audience',
      async open(page) {
        await press('Why in Customers')(page);
        await dialog(page).getByText('fulfilled').first().waitFor();
      },
    },
    {
      name: 'event',
      async open(page) {
        await page.getByRole('region', { name: 'Timeline' }).getByRole('button').first().click();
        await dialog(page).getByText('"name"').first().waitFor();
      },
    },
  ],
};

const AUDIENCES: Walk = {
  name: 'the list of audiences',
  path: at('/audiences'),
  states: [
    { name: 'new-audience', open: menu('New audience') },
    { name: 'audience-import', open: choose('New audience', 'List from a CSV file') },
  ],
};

const AUDIENCE: Walk = {
  name: 'the page of an audience',
  path: at('/audiences/customers'),
  states: [
    { name: 'audience-menu', open: menu('More') },
    { name: 'audience-pause', open: choose('More', 'Pause…') },
    { name: 'audience-archive', open: choose('More', 'Archive…') },
    { name: 'audience-snapshot', open: choose('More', 'Keep a snapshot…') },
  ],
};

const BUILDER: Walk = {
  name: 'the builder of audiences',
  async path({ owner }) {
    const [email, sms, push] = ['email', 'sms', 'push'].map((channel) => ({ reachable: channel }));
    const document = { name: 'Looked at', condition: { all: [email, { any: [sms, { not: push }] }] } };
    const path = '/api/definitions/audience/looked-at/draft';
    await owner.call('PUT', path, { document }, { 'if-match': '*' });
    return '/audiences/looked-at/edit';
  },
  states: [
    {
      name: 'condition-picker',
      async open(page) {
        await page.getByRole('button', { name: 'Add a condition' }).last().click();
        await page.locator('[role=option]:visible').first().waitFor();
      },
    },
    { name: 'condition-menu', open: menu(/^Move or change: can be reached by e-mail/) },
    {
      name: 'condition-move',
      open: choose(/^Move or change: can be reached by e-mail/, 'Move to …'),
    },
    {
      name: 'audience-publish',
      async open(page) {
        await press('Publish')(page);
        await dialog(page).getByText('Nothing is wrong with it.').waitFor();
      },
    },
  ],
};

const WORKSPACE: Walk = {
  name: 'a workspace',
  async path({ owner }) {
    const query = {
      levels: [{ dimension: 'channel' }],
      columns: [{ metric: 'people' }, { metric: 'orders' }],
    };
    const parts = [{ id: 'table', question: 'table', view: 'table', query }];
    const document = { name: 'Looked at', range: { last: '30d' }, panels: [{ id: 'one', parts }] };
    const path = '/api/definitions/workspace/looked-at/publish';
    await owner.call('POST', path, { document }, { 'if-match': '*' });
    return '/analysis/looked-at';
  },
  states: [
    { name: 'panel-add', open: menu('Add') },
    { name: 'panel-menu', open: menu(/^More for panel/) },
    { name: 'part-menu', open: menu(/^More for (?!panel|column)/) },
    { name: 'column-menu', open: menu(/^More for column/) },
    { name: 'number-menu', open: menu(/^[0-9,]{2,}$/) },
    {
      name: 'people-behind',
      async open(page) {
        await choose(/^[0-9,]{2,}$/, 'See the people')(page);
        await dialog(page)
          .getByText(/of .* people/)
          .first()
          .waitFor();
      },
    },
    {
      name: 'events-behind',
      async open(page) {
        await choose(/^[0-9,]{2,}$/, 'See the events')(page);
        await dialog(page).locator('tbody tr').first().waitFor();
      },
    },
    {
      name: 'audience-of-number',
      async open(page) {
        await choose(/^[0-9,]{2,}$/, 'Make an audience')(page);
        await dialog(page).getByRole('alert').first().waitFor();
      },
    },
    { name: 'range', open: press(/^Last \d+ days/) },
    {
      name: 'share',
      async open(page) {
        await press('Share')(page);
        await dialog(page).getByRole('button', { name: 'Make a link' }).click();
        await dialog(page).locator('pre').first().waitFor();
      },
    },
    { name: 'workspace-menu', open: menu('More') },
    { name: 'workspace-save-as', open: choose('More', 'Save as') },
    { name: 'workspace-archive', open: choose('More', 'Archive…') },
  ],
};

const SOURCES: Walk = {
  name: 'the settings of sources',
  path: at('/settings/sources'),
  states: [
    { name: 'source-menu', open: menu(/^More: /) },
    { name: 'source-new-key', open: choose(/^More: /, 'New key') },
  ],
};

const QUARANTINE: Walk = {
  name: 'the quarantine',
  async path({ shop }) {
    await shop.post('/api/events', { events: [{ name: 'No One Again' }] }, shop.writeKey);
    await shop.settled();
    return '/settings/quarantine';
  },
  states: [{ name: 'quarantine-event', open: press('Open') }],
};

const USERS: Walk = {
  name: 'the settings of users',
  path: at('/settings/users'),
  states: [
    {
      name: 'invited',
      async open(page) {
        const form = page.getByRole('region', { name: 'Invite somebody' });
        await form.getByLabel('Name').fill('Ines Invited');
        await form.getByLabel('E-mail').fill('ines@shop.example');
        await form.getByRole('button', { name: 'Invite somebody' }).click();
        await dialog(page).waitFor();
      },
    },
  ],
};

const TOKENS: Walk = {
  name: 'the settings of tokens',
  path: at('/settings/tokens'),
  states: [
    {
      name: 'token-made',
      async open(page) {
        const form = page.getByRole('region', { name: 'Make a token' });
        await form.getByLabel('Name').fill('Warehouse');
        await form.getByRole('button', { name: 'Make a token' }).click();
        await dialog(page).waitFor();
      },
    },
  ],
};

const METRICS: Walk = {
  name: 'the formula of a metric',
  path: at('/analysis/metrics'),
  states: [
    {
      name: 'metric-mistaken',
      async open(page) {
        await page.getByLabel('Formula', { exact: true }).fill('revenue / ordrs');
        await page.locator('mark', { hasText: 'ordrs' }).waitFor();
      },
      close: nothing,
    },
  ],
};

/** Everything of importance that pages open. */
export const WALKS: readonly Walk[] = [
  SHELL,
  ON_A_PHONE,
  DOOR,
  PERSON,
  AUDIENCES,
  AUDIENCE,
  BUILDER,
  WORKSPACE,
  SOURCES,
  QUARANTINE,
  USERS,
  TOKENS,
  METRICS,
];
