import { type Static, Type } from 'typebox';

/** What an identity of a namespace stands for: a device that people may share, or a person. */
const Subject = Type.Union([Type.Literal('device'), Type.Literal('person')]);

/** How values of a namespace are written before they are compared. */
const Form = Type.Union([
  Type.Literal('text'),
  Type.Literal('lower'),
  Type.Literal('email'),
  Type.Literal('phone'),
]);

export const NamespaceSchema = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z][a-z0-9_]{0,31}$' }),
    subject: Subject,
    /** A person has at most one identity of a unique namespace; on conflict the older link is cut. */
    unique: Type.Boolean(),
    /** Lower is stronger; decides who leads when an event names several people. */
    priority: Type.Integer({ minimum: 1, maximum: 1000 }),
    form: Form,
  },
  { additionalProperties: false },
);
export type Namespace = Static<typeof NamespaceSchema>;

/**
 * Whether behaviour before and beside a log-in joins the known person: never; when somebody authenticates on the device;
 * or on any event that names a person (a click in an e-mail, a form).
 */
export const JoinPolicySchema = Type.Union([
  Type.Literal('never'),
  Type.Literal('on-authentication'),
  Type.Literal('always'),
]);
export type JoinPolicy = Static<typeof JoinPolicySchema>;

/** The settings of a workspace that the fold depends on. A change of them is a record in the log. */
export const SettingsSchema = Type.Object(
  {
    namespaces: Type.Array(NamespaceSchema, { minItems: 1, maxItems: 64 }),
    joinPolicy: JoinPolicySchema,
    /** Beyond this many identities of one person the oldest device identities leave first. */
    identitiesPerPersonMax: Type.Integer({ minimum: 2, maximum: 1000 }),
    /** A pause of this length ends a session. */
    sessionPauseMs: Type.Integer({ minimum: 60_000, maximum: 86_400_000 }),
    /** Which value of an attribute counts: the latest by event time, or the one of the source named first. */
    attributePolicy: Type.Union([
      Type.Object({ kind: Type.Literal('latest') }, { additionalProperties: false }),
      Type.Object(
        { kind: Type.Literal('source-precedence'), sources: Type.Array(Type.String(), { maxItems: 100 }) },
        { additionalProperties: false },
      ),
    ]),
    /** IANA name; days, weeks and reports follow it. */
    timeZone: Type.String({ minLength: 1, maxLength: 64 }),
    /** ISO 4217 code for amounts that come without one. */
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    /** ISO 3166 alpha-2; for telephone numbers of people and sources without a country. */
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
  },
  { additionalProperties: false },
);
export type Settings = Static<typeof SettingsSchema>;

const person = (
  name: string,
  priority: number,
  unique: boolean,
  form: Namespace['form'] = 'text',
): Namespace => ({
  name,
  subject: 'person',
  unique,
  priority,
  form,
});
const device = (name: string, priority: number): Namespace => ({
  name,
  subject: 'device',
  unique: false,
  priority,
  form: 'text',
});

/** What a new workspace starts with. */
export const DEFAULT_SETTINGS: Settings = {
  namespaces: [
    person('user', 10, true),
    person('crm', 20, true),
    person('loyalty', 30, true),
    person('email', 40, true, 'email'),
    person('phone', 50, false, 'phone'),
    device('anonymous', 110),
    device('ecid', 120),
    device('push', 130),
    device('receipt', 900),
  ],
  joinPolicy: 'on-authentication',
  identitiesPerPersonMax: 50,
  sessionPauseMs: 30 * 60_000,
  attributePolicy: { kind: 'latest' },
  timeZone: 'UTC',
  currency: 'EUR',
  country: 'DE',
};
