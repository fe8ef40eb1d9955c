import { type DefinitionChange, refusal } from '../core/index.ts';
import type { Definitions } from './definitions.ts';
import { type Difference, differences } from './diff.ts';
import { type DefinitionKind, kindOf } from './kinds.ts';
import { isError, type Preflight, preflight } from './preflight.ts';
import type { ChangeDefinition } from './publish.ts';
import type { DefinitionState, Head, Version } from './revision.ts';

/** What the desk works with. */
export interface DeskDeps {
  readonly definitions: Definitions;
  readonly change: ChangeDefinition;
  /** Names of attributes that people have, for preflight; undefined where they are not known. */
  readonly attributes?: () => Promise<ReadonlySet<string> | undefined>;
}

/** Who wants a change, and on what grounds. */
export interface Order {
  readonly by: string;
  readonly note?: string | undefined;
  /** The version that was looked at; undefined where any is meant. */
  readonly expected?: number | undefined;
  /** Go on though live definitions would be paused. */
  readonly force?: boolean | undefined;
}

/** A definition with its documents, as it may be shown: without secrets. */
export interface Shown extends Head {
  readonly document?: unknown;
  readonly draftDocument?: unknown;
}

/** Where a definition stands, with the name that people gave it, where it is live and has one. */
export interface Listed extends Head {
  readonly name?: string;
}

/** Where people work on definitions. Refusals: those of `revise`, `definition.unknown` and `definition.unknown-kind` (404), `definition.not-valid` (422), `definition.in-use` (409), `definition.too-large` (413). */
export interface Desk {
  readonly definitions: Definitions;
  /** The key of a definition; refuses kinds that there are not. */
  keyOf(kind: string, id: string): string;
  list(filter: {
    kind?: string | undefined;
    state?: DefinitionState | undefined;
    after?: string | undefined;
    limit: number;
  }): { definitions: Listed[]; next?: string };
  read(key: string): Promise<Shown>;
  version(key: string, number: number): Promise<Version>;
  diff(key: string, from: number, to: number): Promise<Difference[]>;
  preflight(key: string, document: unknown): Promise<Preflight>;
  saveDraft(key: string, document: unknown, order: Order): Promise<Head>;
  /** Publishes a document; without one the draft, or what was published before a pause. */
  publish(key: string, document: unknown, order: Order): Promise<Head>;
  /** Sets a live definition aside, or takes any out of use. */
  retire(key: string, action: 'pause' | 'archive', order: Order): Promise<Head>;
  /** Makes the document of an older version the draft. */
  restore(key: string, number: number, order: Order): Promise<Head>;
}

const DOCUMENT_CHARACTERS_MAX = 512 * 1024;

/** Opens the desk over the definitions of a program. */
export function createDesk(deps: DeskDeps): Desk {
  const { definitions, change } = deps;
  const kind = (key: string): DefinitionKind => mustKnow(definitions, kindOf(key));
  const headOf = (key: string): Head => {
    const head = definitions.head(key);
    if (!head) throw refusal('definition.unknown', 404, `There is no definition ${key}.`);
    return head;
  };
  const versionOf = async (key: string, number: number): Promise<Version> => {
    const version = await definitions.history.read(key, number);
    if (!version) throw refusal('definition.unknown', 404, `There is no version ${number} of ${key}.`);
    return version.of === undefined || version.document !== undefined
      ? version
      : { ...version, document: (await definitions.history.read(key, version.of))?.document };
  };
  /** The secrets of the newest document stay, where a new one comes without them. */
  const completed = async (key: string, document: unknown): Promise<unknown> => {
    const { secrets } = kind(key);
    if (!secrets) return document;
    const head = definitions.head(key);
    const present = head && (await versionOf(key, head.version)).document;
    return secrets.complete(document, definitions.get(key) ?? present);
  };
  const concealed = (key: string, document: unknown): unknown =>
    document === undefined ? undefined : (kind(key).secrets?.conceal(document) ?? document);

  return {
    definitions,
    keyOf: (kindId, id) => keyOf(definitions, kindId, id),
    list: (filter) => page(definitions, filter),
    async read(key) {
      const head = headOf(key);
      const [document, draft] = await Promise.all(
        [head.published, head.draft].map(async (at) => at && (await versionOf(key, at)).document),
      );
      return {
        ...head,
        ...(head.published ? { document: concealed(key, document) } : {}),
        ...(head.draft ? { draftDocument: concealed(key, draft) } : {}),
      };
    },
    async version(key, number) {
      const version = await versionOf(key, number);
      return { ...version, document: concealed(key, version.document) };
    },
    async diff(key, from, to) {
      const [before, after] = await Promise.all([versionOf(key, from), versionOf(key, to)]);
      return differences(concealed(key, before.document), concealed(key, after.document));
    },
    preflight: async (key, document) =>
      preflight(
        definitions,
        key,
        document === undefined ? undefined : await completed(key, document),
        await deps.attributes?.(),
      ),
    async saveDraft(key, document, order) {
      mustFit(document);
      return change(key, changeOf('draft', order), await completed(key, document), order.by);
    },
    async publish(key, given, order) {
      mustFit(given);
      const head = definitions.head(key);
      const at = head?.draft ?? head?.published;
      if (given === undefined && at === undefined) headOf(key);
      const found = given === undefined && at !== undefined ? (await versionOf(key, at)).document : given;
      const document = await completed(key, found);
      const outlook = preflight(definitions, key, document, await deps.attributes?.());
      mustBeValid(outlook);
      if (order.force !== true) mustBreakNothing(key, outlook.breaks);
      // What was checked is what is published: an edit that came between is noticed by its version.
      const expected = order.expected ?? head?.version ?? 0;
      return change(key, changeOf('publish', { ...order, expected }), document, order.by);
    },
    async retire(key, action, order) {
      headOf(key);
      if (order.force !== true) mustBreakNothing(key, preflight(definitions, key, undefined).breaks);
      return change(key, changeOf(action, order), undefined, order.by);
    },
    async restore(key, number, order) {
      const { document } = await versionOf(key, number);
      const note = order.note ?? `restored from version ${number}`;
      return change(key, changeOf('draft', { ...order, note }), document, order.by);
    },
  };
}

function changeOf(
  action: DefinitionChange['action'],
  { note, expected }: Pick<Order, 'note' | 'expected'>,
): DefinitionChange {
  return {
    action,
    ...(expected === undefined ? {} : { expected }),
    ...(note === undefined ? {} : { note }),
  };
}

function keyOf(definitions: Definitions, kindId: string, id: string): string {
  const kind = mustKnow(definitions, kindId);
  if (!kind.isSingle) return `${kindId}/${id}`;
  if (id === kindId) return kindId;
  throw refusal('definition.unknown', 404, `There is one ${kindId}; its id is ${kindId}.`);
}

function mustKnow({ kinds }: Definitions, id: string): DefinitionKind {
  const kind = kinds.get(id);
  if (kind) return kind;
  throw refusal('definition.unknown-kind', 404, `There is no kind of definition called ${id}.`, {
    detail: { kinds: kinds.list().map((each) => each.id) },
  });
}

function nameIn(document: unknown): { readonly name?: string } {
  const name = (document as { readonly name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? { name } : {};
}

function page(definitions: Definitions, filter: Parameters<Desk['list']>[0]): ReturnType<Desk['list']> {
  const { kind, state, after = '', limit } = filter;
  const wanted = definitions
    .heads()
    .filter(
      (head) =>
        head.key > after &&
        (kind === undefined || head.kind === kind) &&
        (state === undefined || head.state === state),
    );
  const last = wanted[limit - 1];
  return {
    definitions: wanted.slice(0, limit).map((head) => ({ ...head, ...nameIn(definitions.get(head.key)) })),
    ...(last && wanted.length > limit ? { next: last.key } : {}),
  };
}

function mustFit(document: unknown): void {
  const characters = document === undefined ? 0 : JSON.stringify(document).length;
  if (characters <= DOCUMENT_CHARACTERS_MAX) return;
  throw refusal(
    'definition.too-large',
    413,
    'The document is too large; split it into several definitions.',
    { detail: { characters, charactersMax: DOCUMENT_CHARACTERS_MAX } },
  );
}

function mustBeValid({ findings }: Preflight): void {
  if (!findings.some(isError)) return;
  throw refusal('definition.not-valid', 422, 'The document cannot be published as it is; see the findings.', {
    detail: { findings },
  });
}

function mustBreakNothing(key: string, breaks: Preflight['breaks']): void {
  if (breaks.length === 0) return;
  throw refusal(
    'definition.in-use',
    409,
    `Live definitions build on ${key} and would be paused; change them first, or send force.`,
    { detail: { breaks } },
  );
}
