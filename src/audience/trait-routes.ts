import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { type ComputedTrait, checkTrait } from '../core/condition/index.ts';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import type { Define } from '../definition/index.ts';
import type { Profile } from '../profile/index.ts';
import type { AudienceBook } from './book.ts';
import type { Qualifier } from './qualify.ts';
import { TRAIT_KEY, traitIn } from './trait-document.ts';
import { TraitContent } from './trait-kind.ts';

const TraitView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  state: Type.String({ description: 'draft, live, paused or archived, as it was set up' }),
  version: Type.Integer({ description: 'The version that was set up last' }),
  versionInForce: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The version that values follow; null before the past of the first is read',
  }),
  isReadingPast: Type.Boolean({ description: 'A version waits until its past is read' }),
  trait: Type.Union([
    Type.Unsafe<unknown>({ type: 'object', description: 'What is measured (docs/conditions.md)' }),
    Type.Null(),
  ]),
});
type TraitView = Static<typeof TraitView>;

const tags = ['audiences'];

/** What the routes of traits work with. */
export interface TraitDeps {
  readonly book: AudienceBook;
  readonly define: Define;
}

const TraitParams = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' }) });

/** Routes about the traits that people defined: definitions of the kind `trait`, with what they come to. */
export function traitRoutes(app: FastifyInstance, { book, define }: TraitDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/traits',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'listTraits',
        summary: 'The traits that people defined, and whether their past is complete',
        tags,
        response: { 200: Type.Object({ traits: Type.Array(TraitView) }) },
      },
    },
    () => ({ traits: [...book.computed.documents.keys()].sort().map((id) => viewOf(id, book)!) }),
  );
  routes.get(
    '/api/traits/:id',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readTrait',
        summary: 'A trait that people defined',
        tags,
        params: TraitParams,
        response: { 200: TraitView },
      },
    },
    (request) => mustExist(request.params.id, book),
  );
  routes.put(
    '/api/traits/:id',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'defineTrait',
        summary: 'Define a trait, or a new version of it; people show it once the past is read',
        tags,
        params: TraitParams,
        body: TraitContent,
        response: { 200: TraitView },
      },
    },
    async (request) => {
      const { id } = request.params;
      const [problem] = checkTrait(traitIn(request.body)!);
      if (problem)
        throw refusal('trait.invalid', 422, `At ${problem.pointer || 'the trait'}: ${problem.message}`, {
          detail: { problems: checkTrait(traitIn(request.body)!) },
        });
      await define(`${TRAIT_KEY}${id}`, request.body, 'api');
      return mustExist(id, book);
    },
  );
}

function mustExist(id: string, book: AudienceBook): TraitView {
  const view = viewOf(id, book);
  if (!view) throw refusal('trait.unknown', 404, `There is no trait ${id}.`, { detail: { id } });
  return view;
}

function viewOf(id: string, { computed }: AudienceBook): TraitView | undefined {
  const document = computed.documents.get(id);
  if (!document) return undefined;
  const state = computed.states.get(id);
  return {
    id,
    name: document.name,
    state: document.state,
    version: document.version,
    versionInForce: state?.inForce?.version ?? null,
    isReadingPast: state?.pending !== undefined,
    trait: document.trait ?? null,
  };
}

/** The value of a trait at a person. */
export interface TraitValue {
  readonly name: string;
  /** A count, a number in units, a text, texts, or a time in ms; null when there is nothing to measure. */
  readonly value: number | string | string[] | null;
  /** The path of the field that is measured; who may not see it may not see the value. */
  readonly field?: string;
  readonly asOf: number;
  /** When it changes by itself, nothing new happening. */
  readonly changesAt?: number;
}

/** The values of the traits in force for a person, as of a moment that is no earlier than the time of the log. */
export function traitValues(
  person: Profile,
  { computed }: AudienceBook,
  qualifier: Qualifier,
  at: number,
): { [id: string]: TraitValue } {
  const mind = qualifier.mindOf(person);
  const inForce = [...computed.states.values()].flatMap(({ id, name, inForce }) =>
    inForce ? [{ id, name, field: fieldOf(inForce.trait), compiled: computed.compiled(inForce.trait) }] : [],
  );
  return Object.fromEntries(
    inForce
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, name, field, compiled }): [string, TraitValue] => {
        const changesAt = compiled.nextChange(mind, at);
        const found = compiled.value(mind, at) ?? null;
        const value = typeof found === 'object' && found !== null ? [...found] : found;
        return [
          id,
          {
            name,
            value,
            ...(field === undefined ? {} : { field }),
            asOf: at,
            ...(changesAt === undefined ? {} : { changesAt }),
          },
        ];
      }),
  );
}

function fieldOf({ of }: ComputedTrait): string | undefined {
  if (!of || 'origin' in of) return undefined;
  return 'product' in of ? of.product : 'context' in of ? of.context : of.property;
}
