import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf, noteChange, refusal, type TypeBoxTypes } from '../core/index.ts';
import type { UnmergeOrder } from '../identity/index.ts';
import { previewMerge, previewUnmerge } from './preview.ts';
import { mustRead, PersonParams, type ProfileDeps, tags, viewNow } from './route-parts.ts';
import { PreviewSchema, ProfileSchema, type ProfileView } from './schemas.ts';
import { showPerson, showPreview } from './show.ts';

const PersonId = PersonParams.properties.id;
const DryRun = Type.Optional(Type.Boolean({ description: 'Only show what would come of it' }));

/** Routes that merge people and take merges back, each with a preview. */
export function orderRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const Result = Type.Union([Type.Object({ people: Type.Array(ProfileSchema) }), PreviewSchema]);
  const views = async (
    request: FastifyRequest,
    ids: readonly number[],
  ): Promise<{ people: ProfileView[] }> => {
    const people = await Promise.all(ids.map((id) => mustRead(id, deps)));
    return { people: people.map((person) => showPerson(request, viewNow(person, deps))) };
  };
  routes.post(
    '/api/people/merge',
    {
      config: { permission: 'people.write' },
      schema: {
        operationId: 'mergePeople',
        summary: 'Make two people one, or show what it would give',
        tags,
        body: Type.Object(
          { people: Type.Tuple([PersonId, PersonId]), dryRun: DryRun },
          { additionalProperties: false },
        ),
        response: { 200: Result },
      },
    },
    async (request) => {
      const { people, dryRun } = request.body;
      if (!dryRun) return views(request, await deps.order('merge', { people }, callerOf(request)));
      const [a, b] = [await mustRead(people[0], deps), await mustRead(people[1], deps)];
      if (a.id === b.id) throw refusal('identity.same-person', 409, 'The two are one person already.');
      noteChange(request, 'a preview; nothing was changed');
      return showPreview(request, await previewMerge(a, b, deps.rules(), deps.settings(), deps.readNode));
    },
  );
  const Part = Type.Object(
    {
      absorbed: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: Number.MAX_SAFE_INTEGER,
          description: 'Undo the merge that absorbed this person',
        }),
      ),
      keys: Type.Optional(
        Type.Array(Type.String({ maxLength: 600 }), {
          minItems: 1,
          maxItems: 1000,
          description: 'Identities that are somebody else’s',
        }),
      ),
      dryRun: DryRun,
    },
    { additionalProperties: false },
  );
  routes.post(
    '/api/people/:id/unmerge',
    {
      config: { permission: 'people.write' },
      schema: {
        operationId: 'unmergePerson',
        summary: 'Take a merge back or identities out, or show what it would give',
        tags,
        params: PersonParams,
        body: Part,
        response: { 200: Result },
      },
    },
    async (request) => {
      const person = await mustRead(request.params.id, deps);
      const order = partOrder(person.id, request.body);
      if (!request.body.dryRun) return views(request, await deps.order('unmerge', order, callerOf(request)));
      noteChange(request, 'a preview; nothing was changed');
      const preview = await previewUnmerge(person, order, deps.rules(), deps.settings(), deps.readNode);
      return showPreview(request, preview);
    },
  );
}

function partOrder(person: number, body: { absorbed?: number; keys?: string[] }): UnmergeOrder {
  if (body.absorbed !== undefined) return { person, absorbed: body.absorbed };
  if (body.keys !== undefined) return { person, keys: body.keys };
  throw refusal(
    'identity.order-unreadable',
    400,
    'Name the merge to undo (absorbed) or the identities to take out (keys).',
  );
}
