import { Type } from 'typebox';
import { refusal, type Settings } from '../core/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import type { Node, Rules } from '../identity/index.ts';
import type { Profile } from './fragment.ts';
import type { ProfileView } from './schemas.ts';
import { viewOf } from './view.ts';

/** What the routes of people work with. */
export interface ProfileDeps {
  settings(): Settings;
  rules(): Rules;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
  readonly readNode: (key: string) => Promise<Node | undefined>;
  /** The values of the traits that people defined, as of now. */
  readonly traits: (person: Profile) => NonNullable<ProfileView['traits']>;
  readonly warehouse: Warehouse;
  /** Gives an order to the fold and resolves with the people it left. */
  readonly order: (kind: 'merge' | 'unmerge', body: object, by: string) => Promise<readonly number[]>;
}

/** The heading of the routes in the OpenAPI document. */
export const tags = ['people'];
export const PersonParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});

/** Refusal: `person.unknown` (404). */
export async function mustRead(id: number, deps: ProfileDeps): Promise<Profile> {
  const person = await deps.readPerson(id);
  if (!person) throw refusal('person.unknown', 404, `There is no person ${id}.`, { detail: { person: id } });
  return person;
}

/** A person as she is now. */
export function viewNow(person: Profile, deps: ProfileDeps): ProfileView {
  const traits = deps.traits(person);
  const view = viewOf(person, deps.settings(), deps.rules().namespaces);
  return Object.keys(traits).length === 0 ? view : { ...view, traits };
}
