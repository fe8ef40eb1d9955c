import { EXAMPLES } from '../../src/core/condition/examples.fixture.ts';
import type { ProfileView } from '../../src/profile/index.ts';
import type { Stage, Who } from './stage.ts';

/** A page that every check of quality looks at. */
export interface PageUnderTest {
  /** Names its pictures. */
  readonly name: string;
  readonly path: (stage: Pick<Stage, 'owner'>) => Promise<string>;
  /** The owner, unless it is for others. */
  readonly who?: Who;
  /** It shows all that can be shown at once, which no visit does: it is not weighed. */
  readonly showsEverything?: true;
  /** Diagrams of several kinds, each of which comes when its part does, on top of what a page may weigh. */
  readonly hasDiagrams?: true;
}

const at = (name: string, path: string): PageUnderTest => ({ name, path: async () => path });

/** Every page of the interface. A new page is added here. */
export const PAGES: readonly PageUnderTest[] = [
  { ...at('sign-in', '/'), who: 'nobody' },
  {
    name: 'invitation',
    who: 'nobody',
    async path({ owner }) {
      // The page is asked for more than once, and nobody is invited twice.
      const { users } = (await owner.call<{ users: unknown[] }>('GET', '/api/users')).body;
      const order = { email: `nora${users.length}@shop.example`, name: 'Nora New', role: 'viewer' };
      const { body } = await owner.call<{ link: { path: string } }>('POST', '/api/users', order);
      return body.link.path;
    },
  },
  { ...at('invitation-spent', '/link#of-last-year'), who: 'nobody' },
  at('home', '/?days=28'),
  at('people', '/people'),
  {
    name: 'person',
    async path({ owner }) {
      const order = { identity: 'email:sarah.keller@example.com' };
      const { body } = await owner.call<ProfileView>('POST', '/api/people/find', order);
      return `/people/${body.id}`;
    },
  },
  at('audiences', '/audiences'),
  at('audience', '/audiences/customers?with=%5B%22big-spenders%22%5D'),
  at('audience-new', '/audiences/new'),
  ...['set', 'ranking', 'list'].map((kind) => at(`audience-new-${kind}`, `/audiences/new?kind=${kind}`)),
  at('audience-edit', '/audiences/big-spenders/edit'),
  {
    // Every operator of the language on one page.
    name: 'audience-edit-all',
    showsEverything: true,
    async path({ owner }) {
      const document = { name: 'Everything', condition: { all: EXAMPLES.map(([, condition]) => condition) } };
      await owner.call(
        'PUT',
        '/api/definitions/audience/everything/draft',
        { document },
        { 'if-match': '*' },
      );
      return '/audiences/everything/edit';
    },
  },
  at('audience-members', '/audiences/customers?tab=members'),
  at('audience-versions', '/audiences/customers?tab=versions'),
  {
    name: 'diagrams',
    path: async ({ owner }) => (await import('./diagrams.ts')).putDiagrams(owner),
    showsEverything: true,
  },
  ...['metrics', 'dimensions', 'lookups', 'channels', 'segments'].map((section) =>
    at(`set-up-${section}`, `/analysis/${section}`),
  ),
  at('analysis', '/analysis'),
  { ...at('workspace', '/analysis/trading-overview') },
  ...['conversion', 'campaigns', 'retention'].map((id) => ({
    ...at(`workspace-${id}`, `/analysis/${id}`),
    hasDiagrams: true as const,
  })),
  { ...at('workspace-to-look-at', '/analysis/trading-overview'), who: 'viewer' },
  {
    name: 'workspace-shared',
    who: 'nobody',

    async path({ owner }) {
      const link = '/api/analytics/workspaces/trading-overview/share';
      const { body } = await owner.call<{ path: string }>('POST', link);
      return `/shared#${body.path.slice(body.path.lastIndexOf('/') + 1)}`;
    },
  },
  { ...at('nothing-shared', '/shared#of-last-year'), who: 'nobody' },
  at('catalog', '/catalog'),
  at('catalog-stores', '/catalog?sheet=stores'),
  {
    name: 'product',
    async path({ owner }) {
      const { body } = await owner.call<{ products: { id: string }[] }>(
        'GET',
        '/api/catalog/products?limit=1',
      );
      return `/catalog/${body.products[0]!.id}`;
    },
  },
  ...[
    'sources',
    'general',
    'identity',
    'consent',
    'quarantine',
    'users',
    'tokens',
    'labels',
    'audit',
    'system',
  ].map((section) => at(`settings-${section}`, `/settings/${section}`)),
  at('nowhere', '/nowhere'),
  at('person-unknown', '/people/999999999'),
  at('audience-unknown', '/audiences/nowhere'),
  at('workspace-unknown', '/analysis/nowhere'),
  at('product-unknown', '/catalog/nowhere'),
  { ...at('settings-denied', '/settings/users'), who: 'viewer' },
  { ...at('analysis-denied', '/analysis'), who: 'agent' },
  { ...at('audience-edit-denied', '/audiences/customers/edit'), who: 'viewer' },
];
