import type { Settings } from '../core/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';
import { exactKeys, type IdentityKey, keyPrefixes, type Node, type Rules } from '../identity/index.ts';
import { attributeOf } from './attributes.ts';
import type { Profile } from './fragment.ts';
import { NAME_ATTRIBUTES, nameMatches, nameOf, plain } from './name.ts';

/** Why a person is among the results. */
export type Match =
  | { readonly kind: 'identity'; readonly value: IdentityKey }
  | { readonly kind: 'prefix'; readonly value: IdentityKey }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'person'; readonly value: string };

/** A person who was found, and why. */
export interface Found {
  readonly person: Profile;
  readonly match: Match;
}

/** Where a search looks. */
export interface SearchDeps {
  settings(): Settings;
  rules(): Rules;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
  readonly readNode: (key: string) => Promise<Node | undefined>;
  /** Identities that begin with a text, in their order, with the people they belong to. */
  readonly readNodes: (prefix: string, limit: number) => Promise<readonly (readonly [string, Node])[]>;
  readonly warehouse: Warehouse;
}

/** A name is looked for in so many people before the best are chosen. */
const NAMED_MAX = 200;
const NAME_CHARACTERS_MIN = 2;
/** A name has few words; the rest of what was typed is looked at afterwards. */
const WORDS_MAX = 5;
/** Somebody is on the telephone. */
const NAME_LIMITS = { seconds: 5 };

/**
 * Looks for people: those who have exactly this identity first (an e-mail address in any case, a telephone number in any
 * spacing), then those whose identity begins so, then those whose name does. Exact identities are found as soon as they
 * are folded, beginnings and names a few seconds later.
 */
export async function searchPeople(text: string, limit: number, deps: SearchDeps): Promise<Found[]> {
  const typed = text.trim();
  const found = new Map<number, Found>();
  const add = async (id: number, match: Match): Promise<void> => {
    const person = id === 0 || found.size >= limit ? undefined : await deps.readPerson(id);
    if (person && !found.has(person.id)) found.set(person.id, { person, match });
  };
  const { namespaces } = deps.rules();
  const { country } = deps.settings();
  for (const key of exactKeys(typed, namespaces, country))
    await add((await deps.readNode(key))?.person ?? 0, { kind: 'identity', value: key });
  if (/^[1-9]\d{0,15}$/.test(typed)) await add(Number(typed), { kind: 'person', value: typed });
  for (const prefix of keyPrefixes(typed, namespaces, country))
    for (const [key, node] of await deps.readNodes(prefix, limit))
      await add(node.person, { kind: 'prefix', value: key });
  if (found.size < limit && isName(typed))
    for (const id of await peopleNamed(typed, deps.warehouse)) {
      const person = await deps.readPerson(id);
      const name = person && nameOf((attribute) => attributeOf(person.fragments, attribute, policyOf(deps)));
      if (name && nameMatches(name, typed)) await add(id, { kind: 'name', value: name });
    }
  return [...found.values()];
}

function policyOf(deps: SearchDeps): Settings['attributePolicy'] {
  return deps.settings().attributePolicy;
}

/** Names have letters; numbers and addresses have been looked for already. */
function isName(text: string): boolean {
  return text.length >= NAME_CHARACTERS_MIN && /\p{L}/u.test(text) && !/[@:]/.test(text);
}

/** Names with a space before each word, without accents and case; `\\p{M}` is what is left of an accent. */
const SAID = `replaceRegexpAll(normalizeUTF8NFKD(lowerUTF8(concat(' ', ${NAME_ATTRIBUTES.map(
  (attribute) => `ifNull(properties.\`${attribute}\`.:String, '')`,
).join(", ' ', ")}))), '\\\\p{M}', '')`;

/**
 * People who were ever called so, newest first: what identify events said, and only the columns of names are read. What
 * a person is called now is looked at afterwards.
 */
async function peopleNamed(typed: string, warehouse: Warehouse): Promise<number[]> {
  const { from, person } = currentPerson(await countOverrides(warehouse));
  const words = plain(typed).split(/\s+/).slice(0, WORDS_MAX);
  const { rows } = await warehouse.query<{ id: number }>(
    `select ${person} as id
from ${from}
where type = 'identify'
${words.map((_, i) => `and position(${SAID}, {word${i}:String}) > 0`).join('\n')}
group by id
order by max(time) desc
limit ${NAMED_MAX}`,
    Object.fromEntries(words.map((word, i) => [`word${i}`, ` ${word}`])),
    NAME_LIMITS,
  );
  return rows.map((row) => row.id);
}
