import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../src/core/condition/index.ts';
import { newFragment, viewOver } from '../src/core/condition/person.fixture.ts';
import type { Event } from '../src/core/index.ts';
import { anyPerson } from './any-person.fixture.ts';
import { TEST_NOW } from './builders.ts';
import { readAudienceFiles } from './definitions/audience-files.ts';
import type { Counted } from './recount.ts';
import { AUDIENCE_RECOUNTS } from './recount-audiences.ts';

/** These ask who somebody is; the sentences tell what she did. */
const ABOUT_PROFILES = new Set([
  ...['registered-no-order', 'email-allowed', 'bloom-tier', 'birthday-soon', 'store-only', 'one-time-buyers'],
]);
const files = readAudienceFiles().filter(({ id }) => !ABOUT_PROFILES.has(id));
const nobody = { attribute: () => undefined, consent: () => undefined };
const SOURCES: Readonly<Record<string, string>> = { store: 'stores', order: 'orders', call: 'calls' };

/** Somebody as the plain recount sees her. */
function countedOf(events: readonly Event[]): Counted {
  return {
    keys: new Set(['user:user-1']),
    events: events.map(({ name, type, channel, time, properties }) => ({
      ...{ name, type, time, properties, context: {} },
      ...{ source: SOURCES[channel] ?? channel, sender: 'user:user-1' },
    })),
  };
}

describe('anybody that can be told in sentences', () => {
  it.each(files)('is in $id exactly when plain counting says so', ({ id, condition }) => {
    const compiled = compileCondition(condition, {
      audiences: (other) => readAudienceFiles().find((file) => file.id === other),
    });
    fc.assert(
      fc.property(anyPerson, (one) => {
        const events = one.events();
        const fragment = newFragment(compiled.traits);
        for (const event of events) fragment.feed(event);
        const isIn = compiled.holds(viewOver(compiled.traits, [fragment], nobody), TEST_NOW);
        expect(isIn).toBe(AUDIENCE_RECOUNTS[id]!(countedOf(events), TEST_NOW));
      }),
      { numRuns: 60 },
    );
  });
});
