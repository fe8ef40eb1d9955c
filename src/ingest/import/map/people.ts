import { type Static, Type } from 'typebox';
import { commonSettings, DropOrQuarantine } from './common.ts';
import { compileTime, type Target } from './compile.ts';
import { Fault } from './fault.ts';
import { From, FromRecord, IdentityList } from './from.ts';
import { contentId, dayOf, type Preset, type Rules, type Values } from './preset.ts';
import { compileIdentities, compileRest, compileValues } from './values.ts';

const Schema = Type.Object(
  {
    preset: Type.Literal('people'),
    ...commonSettings,
    identities: IdentityList,
    /** The person's attributes: email, firstName, birthday, address.city … */
    traits: Type.Optional(FromRecord),
    /** Since when this is so; without it the moment of the import, and then the same row counts once a day. */
    time: Type.Optional(From),
    /** Whether columns that the map does not name become attributes under their own names. */
    rest: Type.Optional(Type.Boolean()),
    withoutPerson: Type.Optional(DropOrQuarantine),
  },
  { additionalProperties: false },
);
type PeopleMap = Static<typeof Schema>;

const NO_TIME = new Fault('person.without-time');
const NO_PERSON = new Fault('person.without-identity');

/** Customers with their attributes: one row, one `Identified`. */
export const people: Preset = {
  id: 'people',
  title: 'People',
  schema: Schema,
  channel: 'system',
  compile: (map, target, asOf) => compilePeople(map as PeopleMap, target, asOf),
};

function compilePeople(map: PeopleMap, target: Target, asOf: number): Rules {
  const identitiesOf = compileIdentities(target, map.identities, '/identities');
  const timeOf = map.time === undefined ? undefined : compileTime(target, map.time, '/time');
  const traitsOf = compileValues(target, map.traits ?? {}, '/traits');
  const restOf = map.rest === true ? compileRest(target) : undefined;
  const withoutPerson = map.withoutPerson ?? 'quarantine';
  return {
    keyOf: undefined,
    map(rows, outcome) {
      for (const row of rows) {
        const identities = identitiesOf(row.cells);
        if (identities instanceof Fault) return outcome.reject(row, identities);
        if (identities.length === 0) {
          return withoutPerson === 'drop' ? outcome.drop(row, NO_PERSON) : outcome.reject(row, NO_PERSON);
        }
        const time = timeOf === undefined ? asOf : (timeOf(row.cells) ?? NO_TIME);
        if (time instanceof Fault) return outcome.reject(row, time);
        const properties: Values = {};
        const fault = restOf?.(row.cells, properties) ?? traitsOf(row.cells, properties);
        if (fault !== undefined) return outcome.reject(row, fault);
        // A nightly export says the same of most people, and A again after B must count: one statement a day.
        const id = contentId('person', timeOf === undefined ? `${dayOf(asOf)}\n${row.text}` : row.text);
        outcome.event({ id, type: 'identify', name: 'Identified', time, identities, properties }, [row]);
      }
    },
  };
}
