import type { World } from '../world/world.ts';
import type { Fact, FactKind } from './fact.ts';
import { of, type Profile } from './profile.ts';

/** One step of a funnel: an event by its name, perhaps only where it came over one of these channels. */
export interface FunnelStep {
  readonly event: string;
  readonly channels?: readonly ('web' | 'app' | 'store')[];
}

/** Steps one after the other; how many got how far is known. */
export interface Funnel {
  readonly id: string;
  readonly title: string;
  /** Whose steps belong together: all of a person in the window, or those of one session. */
  readonly within: 'person' | 'session';
  readonly steps: readonly FunnelStep[];
}

const ONLINE = ['web', 'app'] as const;

/** The funnels of the demo. Each step happens at any later time than the one before it ("eventual path"). */
export const FUNNELS: readonly Funnel[] = [
  {
    id: 'purchase',
    title: 'From a look to an order',
    within: 'person',
    steps: [
      { event: 'Product Viewed' },
      { event: 'Product Added' },
      { event: 'Checkout Started' },
      { event: 'Order Completed', channels: ONLINE },
    ],
  },
  {
    id: 'purchase-in-session',
    title: 'From a look to an order in one session',
    within: 'session',
    steps: [
      { event: 'Product Viewed' },
      { event: 'Product Added' },
      { event: 'Checkout Started' },
      { event: 'Payment Info Entered' },
      { event: 'Order Completed', channels: ONLINE },
    ],
  },
  {
    id: 'purchase-in-app',
    title: 'From a look to an order in the app',
    within: 'person',
    steps: [
      { event: 'Product Viewed', channels: ['app'] },
      { event: 'Product Added', channels: ['app'] },
      { event: 'Order Completed', channels: ['app'] },
    ],
  },
  {
    id: 'search-to-order',
    title: 'From a search to an order',
    within: 'person',
    steps: [
      { event: 'Products Searched' },
      { event: 'Product Viewed' },
      { event: 'Product Added' },
      { event: 'Order Completed', channels: ONLINE },
    ],
  },
  {
    id: 'mail-to-order',
    title: 'From a mail to an order anywhere',
    within: 'person',
    steps: [
      { event: 'Email Sent' },
      { event: 'Email Opened' },
      { event: 'Email Link Clicked' },
      { event: 'Order Completed' },
    ],
  },
  {
    id: 'wish-to-order',
    title: 'From a wish to an order anywhere',
    within: 'person',
    steps: [
      { event: 'Product Viewed' },
      { event: 'Product Added to Wishlist' },
      { event: 'Wishlist Product Added to Cart' },
      { event: 'Order Completed' },
    ],
  },
  {
    id: 'click-to-brick',
    title: 'Looked online, bought in a store',
    within: 'person',
    steps: [{ event: 'Product Viewed' }, { event: 'Order Completed', channels: ['store'] }],
  },
];

/** A funnel with the number of people or sessions that came to each step. */
export interface FunnelAnswer extends Funnel {
  readonly counts: readonly number[];
}

type IsStep = (fact: Fact) => boolean;
const isMail: IsStep = ({ campaign }) => campaign?.channel === 'email';
const always: IsStep = () => true;

/** How the truth writes down what the wire calls so. */
const FACTS: Readonly<Record<string, readonly [FactKind, IsStep]>> = {
  'Product Viewed': ['viewed', always],
  'Product Added': ['added', always],
  'Checkout Started': ['checkout', always],
  'Payment Info Entered': ['payment', always],
  'Order Completed': ['ordered', always],
  'Products Searched': ['searched', always],
  'Email Sent': ['sent', isMail],
  'Email Opened': ['opened', isMail],
  'Email Link Clicked': ['clicked', isMail],
  'Product Added to Wishlist': ['wished', always],
  'Wishlist Product Added to Cart': ['unwished', ({ text }) => text === 'to cart'],
};

/** Names the session in which something happened. */
type SessionOf = (profile: Profile, fact: Fact) => string;

/** Counts every funnel over the window. */
export function funnelAnswers(
  profiles: readonly Profile[],
  sessionOf: SessionOf,
  { start }: World,
): FunnelAnswer[] {
  return FUNNELS.map((funnel) => {
    const counts = funnel.steps.map(() => 0);
    for (const profile of profiles) {
      const steps = funnel.steps.map((step) => factsOf(profile, step, start));
      const walks = funnel.within === 'person' ? [steps] : bySession(profile, steps, sessionOf);
      for (const walk of walks) for (let i = reached(walk) - 1; i >= 0; i--) counts[i]!++;
    }
    return { ...funnel, counts };
  });
}

function factsOf(profile: Profile, { event, channels }: FunnelStep, start: number): Fact[] {
  const [kind, fits] = FACTS[event]!;
  return of(profile, kind).filter(
    (fact) => fact.time >= start && fits(fact) && (!channels || channels.includes(channelOf(fact) as 'web')),
  );
}

function channelOf({ device, order }: Fact): string | undefined {
  return device ? (device.platform.isApp ? 'app' : 'web') : order?.channel;
}

/** How many steps can be walked one after the other. */
function reached(steps: readonly (readonly Fact[])[]): number {
  let after = 0;
  for (let i = 0; i < steps.length; i++) {
    let first = Number.POSITIVE_INFINITY;
    for (const { time } of steps[i]!) if (time > after && time < first) first = time;
    if (first === Number.POSITIVE_INFINITY) return i;
    after = first;
  }
  return steps.length;
}

/** The same steps for each session apart. Only a session that has the first step counts. */
function bySession(profile: Profile, steps: readonly (readonly Fact[])[], sessionOf: SessionOf): Fact[][][] {
  const walks = new Map<string, Fact[][]>();
  steps.forEach((facts, i) => {
    for (const fact of facts) {
      const session = sessionOf(profile, fact);
      let walk = walks.get(session);
      if (!walk) {
        if (i > 0) continue;
        walk = steps.map(() => []);
        walks.set(session, walk);
      }
      walk[i]!.push(fact);
    }
  });
  return [...walks.values()];
}
