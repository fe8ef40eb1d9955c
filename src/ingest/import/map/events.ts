import { type Static, Type } from 'typebox';
import type { EventType } from '../../../core/index.ts';
import type { Row } from '../read/rows.ts';
import { commonSettings, DropOrQuarantine } from './common.ts';
import { compileText, compileTime, type Target } from './compile.ts';
import { Fault } from './fault.ts';
import { From, FromRecord, IdentityList } from './from.ts';
import { contentId, type Outcome, type Preset, type Rules, type Values } from './preset.ts';
import { compileIdentities, compileRest, compileValues } from './values.ts';

const Schema = Type.Object(
  {
    preset: Type.Literal('events'),
    ...commonSettings,
    /** The name of the event; a constant when the file has only one kind. */
    event: From,
    /** Our names for theirs: `{ "purchase": "Order Completed" }`. Names that are not listed stay. */
    rename: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 200 }), { maxProperties: 1_000 }),
    ),
    time: From,
    /** The message id, where the file has one; otherwise it is derived from the row. */
    id: Type.Optional(From),
    identities: IdentityList,
    properties: Type.Optional(FromRecord),
    context: Type.Optional(FromRecord),
    /** Whether columns that the map does not name become properties under their own names. */
    rest: Type.Optional(Type.Boolean()),
    /** Rows that are alike to the letter, within 100 rows: each counts (the default), or the first alone. */
    repeats: Type.Optional(Type.Union([Type.Literal('each'), Type.Literal('once')])),
    /** Rows that name nobody. */
    withoutPerson: Type.Optional(DropOrQuarantine),
  },
  { additionalProperties: false },
);
type EventsMap = Static<typeof Schema>;

const NO_NAME = new Fault('event.without-name');
const NO_TIME = new Fault('event.without-time');
const NO_PERSON = new Fault('event.without-person');
const REPEATED = new Fault('row.repeated');
const ID_TOO_LONG = new Fault('event.id-too-long');
const ID_CHARACTERS_MAX = 100;

/** Any events: one row, one event. */
export const events: Preset = {
  id: 'events',
  title: 'Events',
  schema: Schema,
  channel: 'web',
  compile: (map, target) => compileEvents(map as EventsMap, target),
};

function compileEvents(map: EventsMap, target: Target): Rules {
  const toEvent = compileEvent(map, target);
  const isOnce = map.repeats === 'once';
  return {
    // The row itself is the key, so that rows alike come together and can be counted apart.
    keyOf: map.id === undefined ? (row) => row.text : undefined,
    map(rows, outcome) {
      for (let i = 0; i < rows.length; i++) {
        if (i > 0 && isOnce) outcome.drop(rows[i]!, REPEATED);
        else toEvent(rows[i]!, i, outcome);
      }
    },
  };
}

function compileEvent(map: EventsMap, target: Target): (row: Row, repeat: number, outcome: Outcome) => void {
  const nameOf = compileText(target, map.event, '/event');
  const timeOf = compileTime(target, map.time, '/time');
  const idOf = map.id === undefined ? undefined : compileText(target, map.id, '/id', 'code');
  const identitiesOf = compileIdentities(target, map.identities, '/identities');
  const propertiesOf = compileValues(target, map.properties ?? {}, '/properties');
  const contextOf = map.context === undefined ? undefined : compileValues(target, map.context, '/context');
  const restOf = map.rest === true ? compileRest(target) : undefined;
  const rename = new Map(Object.entries(map.rename ?? {}));
  const withoutPerson = map.withoutPerson ?? 'quarantine';
  return (row, repeat, outcome) => {
    const { cells } = row;
    const name = nameOf(cells) ?? NO_NAME;
    if (name instanceof Fault) return outcome.reject(row, name);
    const time = timeOf(cells) ?? NO_TIME;
    if (time instanceof Fault) return outcome.reject(row, time);
    const identities = identitiesOf(cells);
    if (identities instanceof Fault) return outcome.reject(row, identities);
    if (identities.length === 0) {
      return withoutPerson === 'drop' ? outcome.drop(row, NO_PERSON) : outcome.reject(row, NO_PERSON);
    }
    const properties: Values = {};
    const context: Values = {};
    const fault =
      restOf?.(cells, properties) ?? propertiesOf(cells, properties) ?? contextOf?.(cells, context);
    if (fault !== undefined) return outcome.reject(row, fault);
    const given = idOf?.(cells);
    if (given instanceof Fault) return outcome.reject(row, given);
    if (given !== undefined && given.length > ID_CHARACTERS_MAX) return outcome.reject(row, ID_TOO_LONG);
    const id = given ?? contentId('event', repeat === 0 ? row.text : `${row.text}\n${repeat}`);
    const renamed = rename.get(name) ?? name;
    const event = { id, type: typeOf(renamed), name: renamed, time, identities, properties };
    outcome.event(contextOf === undefined ? event : { ...event, context }, [row]);
  };
}

/** Page and screen views have a type of their own in the Segment specification. */
function typeOf(name: string): EventType {
  return name === 'Page Viewed' ? 'page' : name === 'Screen Viewed' ? 'screen' : 'track';
}
