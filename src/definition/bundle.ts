import { type Static, Type } from 'typebox';
import { refusal } from '../core/index.ts';
import type { Definitions } from './definitions.ts';
import type { Desk } from './desk.ts';
import { DifferenceSchema, differences } from './diff.ts';
import { FindingSchema } from './finding.ts';
import { idOf, kindOf } from './kinds.ts';
import { breaksOf, findingsOf, isError } from './preflight.ts';
import type { ChangeDefinition } from './publish.ts';
import { type DefinitionState, DefinitionStateSchema } from './revision.ts';

const ENTRIES_MAX = 20_000;
/** Changes that are on their way to the log together: each waits until it is durable and folded. */
const AT_ONCE = 200;

/** A definition as a file says it: what it is now, without its history and its secrets. */
const EntrySchema = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}(/[A-Za-z0-9_.:-]{1,128})?$' }),
    state: Type.Unsafe<DefinitionState>(DefinitionStateSchema),
    document: Type.Unknown(),
    draft: Type.Optional(Type.Unknown({ description: 'What is being worked on beside the document' })),
  },
  { additionalProperties: false },
);
export type Entry = Static<typeof EntrySchema>;

/** Everything that people set up, in the order of the keys. */
export const BundleSchema = Type.Object(
  { format: Type.Literal(1), definitions: Type.Array(EntrySchema, { maxItems: ENTRIES_MAX }) },
  { additionalProperties: false },
);
export type Bundle = Static<typeof BundleSchema>;

/** What an import would do, or did. */
export const ImportPlanSchema = Type.Object(
  {
    applied: Type.Boolean(),
    items: Type.Array(
      Type.Object({
        key: Type.String(),
        change: Type.Union([Type.Literal('new'), Type.Literal('changed'), Type.Literal('same')]),
        from: Type.Optional(Type.Unsafe<DefinitionState>(DefinitionStateSchema)),
        to: Type.Unsafe<DefinitionState>(DefinitionStateSchema),
        differences: Type.Array(DifferenceSchema),
        findings: Type.Array(FindingSchema),
      }),
    ),
    breaks: Type.Array(Type.Object({ key: Type.String(), findings: Type.Array(FindingSchema) })),
    absent: Type.Array(Type.String(), { description: 'In the workspace but not in the bundle; left alone' }),
  },
  { additionalProperties: false },
);
export type ImportPlan = Static<typeof ImportPlanSchema>;

/** All definitions as a bundle. */
export async function exportBundle(desk: Desk): Promise<Bundle> {
  const entries: Entry[] = [];
  for (const { key, kind } of desk.definitions.heads()) {
    if (desk.definitions.kinds.get(kind)) entries.push(await entryOf(desk, key));
  }
  return { format: 1, definitions: entries };
}

/** Compares a bundle with the workspace; changes nothing. Refusals: `definition.twice` (400), `definition.unknown-kind` (404). */
export async function planImport(desk: Desk, bundle: Bundle): Promise<ImportPlan> {
  const { definitions } = desk;
  const keys = new Set<string>();
  for (const { key } of bundle.definitions) {
    desk.keyOf(kindOf(key), idOf(key));
    if (keys.has(key)) throw refusal('definition.twice', 400, `The bundle has ${key} twice; remove one.`);
    keys.add(key);
  }
  const planned = new Map(
    bundle.definitions.map((each) => [
      each.key,
      each.state === 'live' ? completed(definitions, each) : undefined,
    ]),
  );
  const items = await Promise.all(bundle.definitions.map((entry) => itemOf(desk, entry, planned)));
  const absent = definitions.heads().map(({ key }) => key);
  return {
    applied: false,
    items: items.sort((a, b) => (a.key < b.key ? -1 : 1)),
    breaks: breaksOf(definitions, planned),
    absent: absent.filter((key) => !keys.has(key)),
  };
}

/**
 * Takes a bundle over: what it names becomes as it says, what it does not name stays. All or nothing is promised of the
 * checks, which come first; the definitions themselves change one after the other, those that others build on first.
 * Refusals: those of `planImport`, `definition.not-valid` (422) and `definition.in-use` (409) with the findings.
 */
export async function importBundle(
  desk: Desk,
  change: ChangeDefinition,
  bundle: Bundle,
  by: string,
): Promise<ImportPlan> {
  const plan = await planImport(desk, bundle);
  const wrong = plan.items.filter(({ findings }) => findings.some(isError));
  if (wrong.length > 0)
    throw refusal('definition.not-valid', 422, `${wrong[0]!.key} of the bundle cannot be live as it is.`, {
      detail: { items: wrong.map(({ key, findings }) => ({ key, findings })) },
    });
  if (plan.breaks.length > 0)
    throw refusal('definition.in-use', 409, 'Live definitions beside the bundle would be paused.', {
      detail: { breaks: plan.breaks },
    });
  const wanted = new Set(plan.items.filter((item) => item.change !== 'same').map(({ key }) => key));
  const entries = dependenciesFirst(desk.definitions, bundle.definitions).filter(({ key }) =>
    wanted.has(key),
  );
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    // Those handed over in one turn keep their order.
    const changes = entries.slice(from, from + AT_ONCE).flatMap((entry) => {
      const document = completed(desk.definitions, entry);
      const imported = change(entry.key, { action: 'import', state: entry.state }, document, by);
      if (entry.draft === undefined) return [imported];
      const draft = completed(desk.definitions, entry, entry.draft, document);
      return [imported, change(entry.key, { action: 'draft' }, draft, by)];
    });
    await Promise.all(changes);
  }
  return { ...plan, applied: true };
}

async function entryOf(desk: Desk, key: string): Promise<Entry> {
  const { state, document, draftDocument } = await desk.read(key);
  if (document === undefined) return { key, state, document: draftDocument };
  return { key, state, document, ...(draftDocument === undefined ? {} : { draft: draftDocument }) };
}

async function itemOf(
  desk: Desk,
  entry: Entry,
  planned: ReadonlyMap<string, unknown>,
): Promise<ImportPlan['items'][number]> {
  const { key, state } = entry;
  const head = desk.definitions.head(key);
  const present = head ? await entryOf(desk, key) : undefined;
  const found = differences(fieldsOf(present), fieldsOf(entry));
  const isSame = head?.state === state && found.length === 0;
  const findings = state === 'live' ? findingsOf(desk.definitions, key, planned.get(key), planned) : [];
  return {
    key,
    change: !head ? 'new' : isSame ? 'same' : 'changed',
    ...(head ? { from: head.state } : {}),
    to: state,
    differences: head ? found : [],
    // What stays as it is was looked at when it was published; but what it builds on may change with the bundle.
    findings: isSame ? findings.filter(isError) : findings,
  };
}

function fieldsOf(entry: Entry | undefined): unknown {
  if (!entry) return undefined;
  return { document: entry.document, ...(entry.draft === undefined ? {} : { draft: entry.draft }) };
}

/** The document with the secrets that the workspace has, or new ones. */
function completed(
  definitions: Definitions,
  { key, document: published }: Entry,
  document: unknown = published,
  present: unknown = definitions.get(key),
): unknown {
  const { secrets } = definitions.kinds.get(kindOf(key)) ?? {};
  return secrets ? secrets.complete(document, present) : document;
}

function dependenciesFirst(definitions: Definitions, entries: readonly Entry[]): Entry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const ordered = new Set<Entry>();
  const visiting = new Set<string>();
  const visit = (entry: Entry): void => {
    if (ordered.has(entry) || visiting.has(entry.key)) return;
    visiting.add(entry.key);
    for (const key of definitions.kinds.dependsOn(entry.key, entry.document)) {
      const other = byKey.get(key);
      if (other) visit(other);
    }
    ordered.add(entry);
  };
  for (const entry of entries) visit(entry);
  return [...ordered];
}
