import { type Static, Type } from 'typebox';

/** One line of the audit: somebody changed something, looked at somebody, or was turned away. */
export const AuditEntrySchema = Type.Object({
  at: Type.Integer({ description: 'ms since the epoch' }),
  kind: Type.Union([Type.Literal('change'), Type.Literal('view'), Type.Literal('refused')]),
  by: Type.String({ description: 'user:<id>, token:<id>, operator, api or anonymous' }),
  action: Type.String({ description: 'The operationId of the route' }),
  path: Type.String({ description: 'What it was about, without the query' }),
  status: Type.Integer({ description: 'What was answered' }),
  people: Type.Optional(
    Type.Array(Type.Integer(), { description: 'Whom it showed or changed; of lists only the number' }),
  ),
  peopleCount: Type.Optional(Type.Integer()),
  note: Type.Optional(Type.String({ description: 'What was changed, in words' })),
  address: Type.String(),
});
/** One line of the audit: somebody changed something, looked at somebody, or was turned away. */
export type AuditEntry = Static<typeof AuditEntrySchema>;

/** Which entries; all of what is given must fit. */
export interface AuditFilter {
  readonly kind?: AuditEntry['kind'] | undefined;
  readonly by?: string | undefined;
  readonly action?: string | undefined;
  readonly person?: number | undefined;
  /** At or after, and before (ms). */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/** Tells whether an entry is one of those that a filter asks for. */
export function fits(entry: AuditEntry, filter: AuditFilter): boolean {
  const {
    kind,
    by,
    action,
    person,
    since = Number.NEGATIVE_INFINITY,
    until = Number.POSITIVE_INFINITY,
  } = filter;
  return (
    (kind === undefined || entry.kind === kind) &&
    (by === undefined || entry.by === by) &&
    (action === undefined || entry.action === action) &&
    (person === undefined || entry.people?.includes(person) === true) &&
    entry.at >= since &&
    entry.at < until
  );
}

const TIME_DIGITS = 15;
const PERSON_DIGITS = 16;

/** Keys of an entry: one for the entry, and one for each way to find it that leads to it. */
export function keysOf(id: string, entry: AuditEntry): readonly [entry: string, ...indexes: string[]] {
  return [
    `entry/${id}`,
    `by/${entry.by}/${id}`,
    ...(entry.people ?? []).map((person) => `person/${padded(person, PERSON_DIGITS)}/${id}`),
  ];
}

/** Where the keys that a filter leads to begin; the id of an entry follows. */
export function prefixOf({ by, person }: AuditFilter): string {
  if (person !== undefined) return `person/${padded(person, PERSON_DIGITS)}/`;
  return by === undefined ? 'entry/' : `by/${by}/`;
}

/** The part of an id that says when; ids are in the order of time. */
export function idAt(at: number): string {
  return padded(Math.max(0, Math.floor(at)), TIME_DIGITS);
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
