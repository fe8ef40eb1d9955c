import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../event.ts';
import { createCalendar } from '../trait/index.ts';
import { type CompiledTrait, type ComputedTrait, checkTrait, compileTrait } from './computed.ts';
import type { BehaviourCondition } from './condition.ts';
import { measureKey } from './measure-keys.ts';
import { newFragment, viewOver } from './person.fixture.ts';
import type { PersonView } from './person-view.ts';
import { questionOf } from './question.ts';
import { anyCondition, anyEvent, anyMoment, CATALOGUE } from './random.fixture.ts';

const calendar = createCalendar();
const catalogue = (id: string) => CATALOGUE[id];
/** More with RAPPORT_RUNS=20000 npx vitest run src/core/condition. */
const RUNS = Number(process.env.RAPPORT_RUNS ?? 1_000);
const nobody = { attribute: () => undefined, consent: () => undefined };

/** The measures of random behaviour conditions, without their tests. */
const anyTrait = anyCondition
  .filter((condition) => 'did' in condition)
  .map((condition): ComputedTrait => {
    const behaviour = condition as BehaviourCondition;
    const { did, window, of, as, size } = questionOf(behaviour);
    const measure = measureKey(behaviour);
    return {
      did,
      ...(window ? { in: window } : {}),
      measure,
      ...(of ? { of } : {}),
      ...(of && as && (measure === 'first' || measure === 'last') ? { as } : {}),
      ...(size === undefined ? {} : { size }),
    };
  });

function viewOf(compiled: CompiledTrait, events: readonly Omit<Event, 'id'>[]): PersonView {
  const fragment = newFragment(compiled.traits);
  for (const [i, event] of events.entries()) fragment.feed({ ...event, id: String(i) });
  return viewOver(compiled.traits, [fragment], nobody);
}

describe('computed traits', () => {
  it('give the value of a measure in units', () => {
    const order = (time: number, revenue: number): Omit<Event, 'id'> => ({
      ...({ type: 'track', name: 'Order Completed', source: 's', channel: 'web' } as const),
      ...{ time, received: time },
      ...{ identities: [], context: {}, properties: { revenue, coupon: `c${revenue}` } },
    });
    const events = [order(1_000, 10.5), order(2_000, 20), order(90_000_000, 5)];
    const value = (trait: Omit<ComputedTrait, 'did'>): unknown => {
      const compiled = compileTrait({ did: { event: 'Order Completed' }, ...trait });
      return compiled.value(viewOf(compiled, events), 90_000_000);
    };
    const revenue = { property: 'revenue' };
    expect(value({ measure: 'sum', of: revenue })).toBe(35.5);
    expect(value({ measure: 'sum', of: revenue, in: { last: '1d' } })).toBe(5);
    expect(value({ measure: 'average', of: revenue })).toBeCloseTo(35.5 / 3, 10);
    expect(value({ measure: 'last', of: revenue, as: 'number' })).toBe(5);
    expect(value({ measure: 'last', of: { property: 'coupon' } })).toBe('c5');
    expect(value({ measure: 'times' })).toBe(3);
    expect(value({ measure: 'distinct', of: revenue })).toBe(3);
    expect(value({ measure: 'lastTime' })).toBe(90_000_000);
    expect(value({ measure: 'repeated', of: { origin: 'source' } })).toBe(3);
    expect(value({ measure: 'newest', of: { property: 'coupon' }, size: 2 })).toEqual(['c5', 'c20']);
    expect(value({ measure: 'maximum', of: { property: 'nothing' } })).toBeUndefined();
  });

  it('announce the exact moment at which their value changes by itself', () => {
    fc.assert(
      fc.property(
        anyTrait,
        fc.array(anyEvent, { maxLength: 15, size: 'max' }),
        anyMoment,
        fc.nat(1_000),
        (trait, events, at, probe) => {
          const compiled = compileTrait(trait, { calendar, catalogue });
          const view = viewOf(compiled, events);
          const now = compiled.value(view, at);
          const next = compiled.nextChange(view, at);
          if (next !== undefined) expect(compiled.value(view, next)).not.toEqual(now);
          const until = next ?? at + 2 * 365 * 86_400_000;
          expect(compiled.value(view, at + Math.floor(((until - 1 - at) * probe) / 1_000))).toEqual(now);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('are refused with their place when they make no sense', () => {
    const did = { event: 'Order Completed' };
    expect(checkTrait({ did, measure: 'sum' })).toMatchObject([
      { code: 'condition.incomplete', pointer: '' },
    ]);
    expect(checkTrait({ did, measure: 'times', of: { property: 'revenue' } })).toMatchObject([
      { pointer: '/of' },
    ]);
    expect(checkTrait({ did, measure: 'times', in: { last: '900y' } })).toMatchObject([
      { pointer: '/in/last' },
    ]);
    expect(checkTrait({ did, measure: 'times', size: 3 })).toMatchObject([{ pointer: '/size' }]);
    expect(
      checkTrait({ did, measure: 'mostFrequent', of: { property: 'coupon' }, as: 'number' }),
    ).toMatchObject([{ pointer: '/as' }]);
    const inStock = {
      event: 'Product Viewed',
      products: [{ catalogue: 'stock' as const, number: { above: 0 } }],
    };
    expect(checkTrait({ did: inStock, measure: 'times' })).toMatchObject([{ pointer: '/measure' }]);
    expect(checkTrait({ did: inStock, measure: 'lines' })).toEqual([]);
  });
});
