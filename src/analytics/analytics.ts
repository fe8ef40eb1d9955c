import type { AudienceResolver } from '../core/condition/index.ts';
import type { Clock, FieldMask, Settings } from '../core/index.ts';
import { createCalendar } from '../core/trait/index.ts';
import type { State } from '../engine/state/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';
import type { Frame } from './frame.ts';
import { onlyVisible } from './hidden.ts';
import type { Named } from './model/dimension.ts';
import { readReporting } from './model/reporting-kind.ts';
import type { Freshness } from './run/cache.ts';
import { Runner } from './run/runner.ts';
import type { Workspace } from './workspace/document.ts';
import { createDrafts, type Drafts } from './workspace/drafts.ts';

const WORKSPACE_KEY = 'workspace/';

/** What analytics needs of the program around it. */
export interface AnalyticsDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly state: Pick<State, 'getMany' | 'commit'>;
  /** Makes a short text that no other call gives. */
  readonly newId: () => string;
  settings(): Settings;
  readonly audiences: AudienceResolver;
  /** The live document of a definition. */
  definition(key: string): unknown;
  freshness(): Freshness;
  /** What the catalogue calls something now; undefined where nobody said it. */
  nameOf(kind: Named, id: string): string | undefined;
  /** Sets up a definition, by somebody. */
  define(key: string, document: object, by: string): Promise<void>;
  /** Live definitions whose keys start with this. */
  list(prefix: string): { readonly key: string; readonly value: unknown }[];
  /** Makes a secret nobody can guess. */
  readonly newSecret: () => string;
  /** Enters people into an audience that is a list. */
  enterList(id: string, people: readonly number[]): Promise<void>;
}

/** Questions to the warehouse. */
export interface Analytics {
  readonly runner: Runner;
  /** The frame of a question that is asked now, by somebody from whom fields may be hidden. */
  frame(mask?: FieldMask): Promise<Frame>;
  readonly define: AnalyticsDeps['define'];
  readonly definition: AnalyticsDeps['definition'];
  readonly newSecret: AnalyticsDeps['newSecret'];
  readonly nameOf: AnalyticsDeps['nameOf'];
  now(): number;
  /** The live workspaces. */
  workspaces(): { readonly id: string; readonly document: Workspace }[];
  /** What people set up of a kind: the live documents by their ids. */
  setUp(
    kind: 'metric' | 'dimension' | 'segment' | 'annotation' | 'shared-view',
  ): { readonly id: string; readonly document: unknown }[];
  readonly enterList: AnalyticsDeps['enterList'];
  /** What somebody works on and has not saved. */
  readonly drafts: Drafts;
}

/** Makes what questions are asked through. */
export function createAnalytics(deps: AnalyticsDeps): Analytics {
  const calendar = createCalendar();
  return {
    runner: new Runner(deps),
    define: deps.define,
    definition: deps.definition,
    newSecret: deps.newSecret,
    nameOf: deps.nameOf,
    now: () => deps.clock.now(),
    workspaces: () =>
      deps
        .list(WORKSPACE_KEY)
        .map(({ key, value }) => ({ id: key.slice(WORKSPACE_KEY.length), document: value as Workspace })),
    setUp: (kind) =>
      deps.list(`${kind}/`).map(({ key, value }) => ({ id: key.slice(kind.length + 1), document: value })),
    enterList: deps.enterList,
    drafts: createDrafts(deps.state),
    async frame(mask) {
      const { timeZone, currency, attributePolicy } = deps.settings();
      return {
        at: deps.clock.now(),
        zone: timeZone,
        ...readReporting(deps.definition('reporting')),
        currency,
        calendar,
        events: currentPerson(await countOverrides(deps.warehouse)),
        sourcePrecedence: attributePolicy.kind === 'source-precedence' ? attributePolicy.sources : undefined,
        mask,
        ...onlyVisible(deps, mask),
      };
    },
  };
}
