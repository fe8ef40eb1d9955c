import type { AudienceResolver } from '../core/condition/index.ts';
import type { Clock, Settings } from '../core/index.ts';
import { createCalendar } from '../core/trait/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';
import type { Frame } from './frame.ts';
import type { Freshness } from './run/cache.ts';
import { Runner } from './run/runner.ts';

/** What analytics needs of the program around it. */
export interface AnalyticsDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  /** Makes a short text that no other call gives. */
  readonly newId: () => string;
  settings(): Settings;
  readonly audiences: AudienceResolver;
  /** The live document of a definition. */
  definition(key: string): unknown;
  freshness(): Freshness;
}

/** Questions to the warehouse. */
export interface Analytics {
  readonly runner: Runner;
  /** The frame of a question that is asked now, or as of a moment (ms). */
  frame(at?: number): Promise<Frame>;
}

/** Makes what questions are asked through. */
export function createAnalytics(deps: AnalyticsDeps): Analytics {
  const calendar = createCalendar();
  return {
    runner: new Runner(deps),
    async frame(at = deps.clock.now()) {
      const { timeZone, currency, attributePolicy } = deps.settings();
      return {
        at,
        zone: timeZone,
        weekStart: 1,
        currency,
        rates: [],
        calendar,
        events: currentPerson(await countOverrides(deps.warehouse)),
        sourcePrecedence: attributePolicy.kind === 'source-precedence' ? attributePolicy.sources : undefined,
        audiences: deps.audiences,
        definition: deps.definition,
      };
    },
  };
}
