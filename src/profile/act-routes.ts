import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerOf, type JsonObject, refusal, type Settings, type TypeBoxTypes } from '../core/index.ts';
import { CONSENT_WORD, isAskedFor, type Purposes } from '../privacy/index.ts';
import type { Profile } from './fragment.ts';

const Text = Type.String({ minLength: 1, maxLength: 4_000 });
const strict = { additionalProperties: false } as const;
const ActSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('call'),
      topic: Type.String({ minLength: 1, maxLength: 100 }),
      outcome: Type.Optional(Text),
      minutes: Type.Optional(Type.Number({ minimum: 0, maximum: 600 })),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('note'), text: Text }, strict),
  Type.Object(
    {
      kind: Type.Literal('consent'),
      channel: Type.String({ pattern: CONSENT_WORD, description: '`any` for every channel' }),
      purpose: Type.String({ pattern: CONSENT_WORD }),
      state: Type.Union([Type.Literal('in'), Type.Literal('out')]),
    },
    strict,
  ),
]);

/** What somebody on the telephone with a person records: a call, a note, what she says about consent. */
export type Act = Static<typeof ActSchema>;

/** An act as the event that it becomes. */
export interface ActEvent {
  readonly name: string;
  readonly identity: { readonly namespace: string; readonly value: string };
  readonly properties: JsonObject;
}

/** What the route of acts works with. */
export interface ActDeps {
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
  settings(): Settings;
  purposes(): Purposes;
  /** Sends the event through the log like any other; resolves when it is durable and folded. */
  readonly send: (event: ActEvent, by: string) => Promise<void>;
}

/** `POST /api/people/:id/acts`: nothing changes a person by another way than an event, and neither does an agent. */
export function actRoutes(app: FastifyInstance, deps: ActDeps): void {
  app.withTypeProvider<TypeBoxTypes>().post(
    '/api/people/:id/acts',
    {
      config: { permission: 'people.write' },
      schema: {
        operationId: 'recordAct',
        summary: 'Record a call, a note or a change of consent of a person as an event',
        tags: ['people'],
        params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
        body: ActSchema,
        response: { 201: Type.Object({ recorded: Type.String({ description: 'The name of the event' }) }) },
      },
    },
    async (request, reply) => {
      mustBeAskedFor(request.body, deps.purposes());
      const person = await deps.readPerson(request.params.id);
      if (!person) throw refusal('person.unknown', 404, `There is no person ${request.params.id}.`);
      const event = actEvent(request.body, leadIdentity(person, deps.settings()));
      await deps.send(event, callerOf(request));
      return reply.status(201).send({ recorded: event.name });
    },
  );
}

/** Nobody agrees to what she is not asked for; withdrawing is always possible. Refusal: `consent.not-asked-for` (409). */
function mustBeAskedFor(act: Act, { purposes }: Purposes): void {
  if (act.kind !== 'consent' || act.state === 'out') return;
  const { purpose, channel } = act;
  if (isAskedFor(purposes, purpose, channel)) return;
  throw refusal(
    'consent.not-asked-for',
    409,
    `Nobody is asked for “${purpose}” on “${channel}”; GET /api/purposes says what people are asked for.`,
    { detail: { purpose, channel } },
  );
}

/** The event of an act; `Consent Updated` is what clients send too. */
export function actEvent(act: Act, identity: ActEvent['identity']): ActEvent {
  switch (act.kind) {
    case 'call': {
      const { topic, outcome, minutes } = act;
      const said = {
        ...(outcome === undefined ? {} : { outcome }),
        ...(minutes === undefined ? {} : { minutes }),
      };
      return { name: 'Call Logged', identity, properties: { topic, ...said } };
    }
    case 'note':
      return { name: 'Note Added', identity, properties: { text: act.text } };
    case 'consent': {
      const { channel, purpose, state } = act;
      return { name: 'Consent Updated', identity, properties: { channel, purpose, state } };
    }
  }
}

/** The identity that leads to her most surely: of the strongest namespace, the newest. */
function leadIdentity(person: Profile, settings: Settings): ActEvent['identity'] {
  const rank = (key: string): number =>
    settings.namespaces.find(({ name }) => key.startsWith(`${name}:`))?.priority ?? Number.MAX_SAFE_INTEGER;
  const [lead] = Object.entries(person.links).sort(
    ([a, linkA], [b, linkB]) => rank(a) - rank(b) || linkB.last - linkA.last,
  );
  if (!lead) throw refusal('person.no-identity', 409, 'She has no identity by which an event could be hers.');
  const colon = lead[0].indexOf(':');
  return { namespace: lead[0].slice(0, colon), value: lead[0].slice(colon + 1) };
}
