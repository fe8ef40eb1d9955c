import { durationMs } from '../../../core/trait/index.ts';
import type { Happened } from '../../history.fixture.ts';
import type { ModelChoice } from './query.ts';

/** A conversion and the touches before it, the oldest first. */
interface Path {
  readonly amount: number;
  readonly conversion: Happened;
  readonly touches: readonly Happened[];
}

const before = (a: Happened, b: Happened): number => a.time - b.time || a.place - b.place;

/** Conversions of a metric since a moment with the touches of campaigns, by plain filtering. */
export function referencePaths(
  events: readonly Happened[],
  metric: string,
  lookback: string,
  from: number,
): Path[] {
  const sorted = [...events].sort(before);
  const orders = new Set<string>();
  return sorted
    .filter(({ time }) => time >= from)
    .flatMap((conversion) => {
      const amount = amountOf(conversion, metric, orders);
      if (amount === 0) return [];
      const touches = sorted.filter((touch) => isTouchOf(touch, conversion, lookback));
      return [{ amount, conversion, touches }];
    });
}

function amountOf({ name, orderId, revenue }: Happened, metric: string, orders: Set<string>): number {
  if (metric === 'revenue') return revenue;
  if (metric !== 'orders') return Number(`events:${name}` === metric);
  if (name !== 'Order Completed' || orders.has(orderId)) return 0;
  orders.add(orderId);
  return 1;
}

function isTouchOf(touch: Happened, conversion: Happened, lookback: string): boolean {
  if (touch.campaign === '' || touch.person !== conversion.person || before(touch, conversion) > 0)
    return false;
  if (lookback === 'person') return true;
  if (lookback === 'session') return touch.session !== 0 && touch.session === conversion.session;
  return touch.time >= conversion.time - durationMs(lookback);
}

/** What each campaign is credited, and '' what nobody is. */
export function creditsOf(paths: readonly Path[], choice: ModelChoice): Map<string, number> {
  const credits = new Map<string, number>();
  const add = (value: string, credit: number): void =>
    void credits.set(value, (credits.get(value) ?? 0) + credit);
  if (choice.model === 'data-driven') {
    for (const [value, credit] of shapley(paths)) add(value, credit);
    add(
      '',
      paths.reduce((sum, { amount, touches }) => sum + (touches.length === 0 ? amount : 0), 0),
    );
    return credits;
  }
  for (const path of paths) {
    const shares = sharesOf(path, choice);
    for (const [i, share] of shares.entries()) add(path.touches[i]!.campaign, share * path.amount);
    if (shares.every((share) => share === 0)) add('', path.amount);
  }
  return credits;
}

function sharesOf({ touches, conversion }: Path, { model, ...settings }: ModelChoice): number[] {
  const n = touches.length;
  const byPosition = (first: number, middle: number, last: number): number[] => {
    if (n === 1) return [1];
    const whole = n === 2 ? first + last : first + middle + last;
    return touches.map((_, i) =>
      whole === 0 ? 1 / n : (i === 0 ? first : i === n - 1 ? last : middle / (n - 2)) / whole,
    );
  };
  switch (model) {
    case 'first':
      return touches.map((_, i) => Number(i === 0));
    case 'last':
      return touches.map((_, i) => Number(i === n - 1));
    case 'same':
      return touches.map(({ place }) => Number(place === conversion.place));
    case 'linear':
      return touches.map(() => 1 / n);
    case 'participation':
      return touches.map(({ campaign }, i) =>
        Number(touches.findIndex((each) => each.campaign === campaign) === i),
      );
    case 'u-shaped':
      return byPosition(40, 20, 40);
    case 'j-shaped':
      return byPosition(20, 20, 60);
    case 'inverse-j':
      return byPosition(60, 20, 20);
    case 'custom': {
      const { first, middle, last } = settings as Record<string, number>;
      return byPosition(first!, middle!, last!);
    }
    case 'time-decay': {
      const half = durationMs((settings.halfLife as string | undefined) ?? '7d');
      const weights = touches.map(({ time }) => 2 ** (-(conversion.time - time) / half));
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / whole);
    }
  }
  throw new Error(model);
}

/** The Shapley value by its definition: what a campaign adds on average over all orders in which campaigns may come. */
function shapley(paths: readonly Path[]): Map<string, number> {
  const sets = paths.map(({ amount, touches }) => ({
    amount,
    set: new Set(touches.map(({ campaign }) => campaign)),
  }));
  const players = [...new Set(sets.flatMap(({ set }) => [...set]))];
  const worth = (coalition: readonly string[]): number =>
    sets.reduce(
      (sum, { amount, set }) =>
        sum + (set.size > 0 && [...set].every((each) => coalition.includes(each)) ? amount : 0),
      0,
    );
  const orders = permutations(players);
  const values = new Map(players.map((player) => [player, 0]));
  for (const order of orders)
    for (const [i, player] of order.entries())
      values.set(
        player,
        values.get(player)! + (worth(order.slice(0, i + 1)) - worth(order.slice(0, i))) / orders.length,
      );
  return values;
}

function permutations(list: readonly string[]): string[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((each, i) =>
    permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [each, ...rest]),
  );
}

/** Credits by removal: the chain is walked until nothing changes, once whole and once without each campaign. */
export function removalsByReference(
  events: readonly Happened[],
  paths: readonly Path[],
  lookback: string,
  from: number,
): Map<string, number> {
  const walks = [
    ...paths
      .filter(({ touches }) => touches.length > 0)
      .map(({ touches }) => ({ values: valuesOf(touches), end: 'won' })),
    ...tails(events, paths, lookback, from).map((touches) => ({ values: valuesOf(touches), end: 'lost' })),
  ];
  const counts = new Map<string, Map<string, number>>();
  for (const { values, end } of walks)
    for (const [i, to] of [...values, end].entries()) {
      const row = counts.get(values[i - 1] ?? 'start') ?? new Map<string, number>();
      counts.set(values[i - 1] ?? 'start', row.set(to, (row.get(to) ?? 0) + 1));
    }
  const whole = chanceOf(counts, undefined);
  const campaigns = [...counts.keys()].filter((state) => state !== 'start');
  const effects = campaigns.map((campaign) => whole - chanceOf(counts, campaign));
  const sum = effects.reduce((total, effect) => total + effect, 0);
  const touched = paths.reduce((total, { amount, touches }) => total + (touches.length > 0 ? amount : 0), 0);
  const untouched = paths.reduce(
    (total, { amount, touches }) => total + (touches.length === 0 ? amount : 0),
    0,
  );
  return new Map([
    ...campaigns.map((campaign, i) => [campaign, sum === 0 ? 0 : (touched * effects[i]!) / sum] as const),
    ['', untouched] as const,
  ]);
}

function valuesOf(touches: readonly Happened[]): string[] {
  return touches.map(({ campaign }) => campaign);
}

function tails(
  events: readonly Happened[],
  paths: readonly Path[],
  lookback: string,
  from: number,
): Happened[][] {
  const keyOf = ({ session, person }: Happened): number => (lookback === 'session' ? session : person);
  const touches = [...events].sort(before).filter(({ campaign, time }) => campaign !== '' && time >= from);
  const keys = [...new Set(touches.map(keyOf))].filter((key) => key !== 0);
  return keys.flatMap((key) => {
    const won = paths
      .filter(({ conversion }) => keyOf(conversion) === key)
      .map(({ conversion }) => conversion);
    const tail = touches.filter(
      (touch) => keyOf(touch) === key && won.every((each) => before(touch, each) > 0),
    );
    return tail.length > 0 ? [tail] : [];
  });
}

function chanceOf(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  removed: string | undefined,
): number {
  const chance = new Map([...counts.keys()].map((state) => [state, 0]));
  for (let round = 0; round < 5_000; round++)
    for (const [state, row] of counts) {
      const total = [...row.values()].reduce((sum, count) => sum + count, 0);
      const won = [...row].reduce(
        (sum, [to, count]) => sum + count * (to === 'won' ? 1 : to === 'lost' ? 0 : chance.get(to)!),
        0,
      );
      chance.set(state, state === removed ? 0 : won / total);
    }
  return chance.get('start') ?? 0;
}
