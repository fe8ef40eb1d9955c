import type { DefinitionChange } from '../core/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import type { Finding } from './finding.ts';
import { createHistory, type History } from './history.ts';
import { createKinds, type Kinds, kindOf } from './kinds.ts';
import { type Head, type Revision, revise } from './revision.ts';

/** Who changed a definition, when, and how; without `change` a document is published, and no document archives. */
export interface ChangeHeader {
  readonly by: string;
  /** ms since the epoch. */
  readonly received: number;
  readonly change?: DefinitionChange;
}

/** What came of a change: what to store, and the definition afterwards or why it was refused. */
export interface Applied {
  readonly changes: Change[];
  readonly outcome: Head | Error | undefined;
}

/** The definitions of the workspace (settings, sources, …) as the fold knows them. */
export interface Definitions {
  readonly kinds: Kinds;
  /** The document of a live definition; undefined when there is none, or it is a draft, paused or archived. */
  get(key: string): unknown;
  /** Documents of live definitions whose keys start with this, in the order of the keys. */
  list(prefix: string): { key: string; value: unknown }[];
  /** Where a definition stands, whatever its state. */
  head(key: string): Head | undefined;
  /** All definitions, whatever their state, in the order of their keys. */
  heads(): Head[];
  /** Keys of live definitions whose documents build directly on this one, or whose check looks at it. */
  dependants(key: string): string[];
  readonly history: History;
  /**
   * Takes over a change, in the order of the log. What builds on a definition that is not live any more, or does not pass
   * its check any more, is paused with the reason.
   */
  apply(key: string, text: string | undefined, header?: ChangeHeader): Applied;
  /** Called after the live document of a definition changed. */
  onChange(listener: (key: string) => void): void;
}

const PAGE = 1_000;
const NOBODY: ChangeHeader = { by: 'unknown', received: 0 };
/** Who pauses what cannot be worked by any more. */
const PROGRAM = 'rapport';

/** Reads all definitions from the state. */
export async function loadDefinitions(state: State, kinds: Kinds = createKinds([])): Promise<Definitions> {
  const values = new Map<string, unknown>();
  const heads = new Map<string, Head>();
  const dependencies = new Map<string, readonly string[]>();
  const listeners: ((key: string) => void)[] = [];
  const history = createHistory(state);
  for await (const [key, text] of entries(state, 'definitions', '')) values.set(key, JSON.parse(text));
  for await (const [, text] of entries(state, 'versions', 'head/')) {
    const head = JSON.parse(text) as Head;
    heads.set(head.key, head);
  }
  for (const [key, document] of values)
    if (!heads.has(key)) heads.set(key, unversioned(key, document, history));

  /** Who builds on a key, so that a list of a thousand definitions does not look through all of them for each. */
  const dependedOn = new Map<string, Set<string>>();
  const noteDependencies = (key: string, on: readonly string[]): void => {
    for (const before of dependencies.get(key) ?? []) dependedOn.get(before)?.delete(key);
    if (on.length === 0) dependencies.delete(key);
    else dependencies.set(key, on);
    for (const each of on) dependedOn.set(each, (dependedOn.get(each) ?? new Set()).add(key));
  };
  for (const [key, value] of values) noteDependencies(key, kinds.dependsOn(key, value));
  const dependants = (key: string) => [...(dependedOn.get(key) ?? []), ...looking(key, values, kinds)];

  const take = (revision: Revision, changes: Change[]): Head => {
    const { key } = revision;
    const { head, version } = revise(heads.get(key), revision);
    heads.set(key, head);
    changes.push({ collection: 'versions', key: `head/${key}`, value: JSON.stringify(head) });
    changes.push(history.add(key, version));
    const isNew = head.state === 'live' && head.published === head.version;
    if (!isNew && (head.state === 'live' || !values.has(key))) return head;
    if (isNew) {
      values.set(key, revision.document);
      noteDependencies(key, kinds.dependsOn(key, revision.document));
    } else {
      values.delete(key);
      noteDependencies(key, []);
    }
    const value = isNew ? JSON.stringify(revision.document) : undefined;
    changes.push({ collection: 'definitions', key, value });
    for (const listener of listeners) listener(key);
    return head;
  };

  const pauseUnmet = (keys: readonly string[], at: number, changes: Change[]): void => {
    const waiting = [...keys];
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const reason = values.has(key) ? unmet(key, values.get(key), dependencies, values, kinds) : undefined;
      if (!reason || !heads.has(key)) continue;
      take({ key, at, by: PROGRAM, change: { action: 'pause' }, reason, document: undefined }, changes);
      waiting.push(...dependants(key));
    }
  };

  return {
    kinds,
    history,
    get: (key) => values.get(key),
    list: (prefix) =>
      [...values]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value })),
    head: (key) => heads.get(key),
    heads: () => [...heads.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    dependants,
    apply(key, text, header = NOBODY) {
      const changes: Change[] = [];
      const { by, received: at } = header;
      if (!header.change && text === undefined && !heads.has(key)) return { changes, outcome: undefined };
      const change = header.change ?? { action: text === undefined ? 'archive' : 'publish' };
      try {
        const document: unknown = text === undefined ? undefined : JSON.parse(text);
        take({ key, at, by, change, document }, changes);
      } catch (error) {
        // A refused change changes nothing; its author is told, and a replay refuses it again.
        return { changes, outcome: error instanceof Error ? error : new Error(String(error)) };
      }
      // What says how it changes was looked at before; a bare document is taken as it is.
      pauseUnmet(header.change ? [key, ...dependants(key)] : dependants(key), at, changes);
      return { changes, outcome: heads.get(key) };
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Live definitions whose check looks at this one, whatever their documents say. */
function looking(key: string, values: ReadonlyMap<string, unknown>, kinds: Kinds): string[] {
  const ids = new Set(kinds.list().flatMap(({ id, looksAt }) => (looksAt?.includes(key) ? [id] : [])));
  return ids.size === 0 ? [] : [...values.keys()].filter((each) => ids.has(kindOf(each)));
}

/** A document that was stored before there were versions is the first one of itself. */
function unversioned(key: string, document: unknown, history: History): Head {
  const change = { action: 'publish' } as const;
  const { head, version } = revise(undefined, { key, at: 0, by: NOBODY.by, change, document });
  history.add(key, version);
  return head;
}

/** Why a live document cannot be worked by: something it builds on is not live, or its check finds an error. */
function unmet(
  key: string,
  document: unknown,
  dependencies: ReadonlyMap<string, readonly string[]>,
  values: ReadonlyMap<string, unknown>,
  kinds: Kinds,
): Finding | undefined {
  const missing = dependencies.get(key)?.find((on) => !values.has(on));
  if (missing !== undefined) return missingFinding(missing);
  const findings = kinds.check(key, document, { document: (other) => values.get(other) });
  return findings.find(({ severity }) => severity === 'error');
}

/** The finding that a definition builds on one that is not live. */
export function missingFinding(key: string): Finding {
  return {
    severity: 'error',
    code: 'definition.dependency-not-live',
    pointer: '',
    message: `It builds on ${key}, which is not live; publish that first, or take it out.`,
  };
}

async function* entries(
  state: State,
  collection: 'definitions' | 'versions',
  prefix: string,
): AsyncGenerator<readonly [string, string]> {
  const range = prefix === '' ? {} : { to: `${prefix}\u{10ffff}` };
  for (let from = prefix; ; ) {
    const page = await state.range(collection, { ...(from === '' ? {} : { from }), ...range, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    from = `${last[0]}\0`;
  }
}
