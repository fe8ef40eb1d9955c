import type { Fragment, Known, Profile } from './fragment.ts';
import { type Bonds, KeptFragment, KeptPerson } from './kept.ts';
import { TraitStates } from './trait-states.ts';

/** Stands between the lines of the array. Within what JSON.stringify wrote there is no line break. */
const BETWEEN = ',\n';

/**
 * A person as the text in which she is stored: a JSON array of one line for what many ask for, one for her links and merges,
 * and one for what each of her fragments knows. All but the first stay text until somebody asks for them, and are written
 * as they were read when nobody did: the past of a new audience and timers look at people by the hundred thousand, and at
 * their traits alone. The same person gives the same text, whatever of her was asked for.
 */
export function encodeProfile(person: Profile): string {
  const { id, place, into, fragments, audiences, dues, due } = person;
  const brief = { id, place, into, fragments: fragments.map(briefOf), audiences, dues, due } satisfies {
    [Name in Exclude<keyof Profile, keyof Bonds>]-?: unknown;
  };
  let text = `[${JSON.stringify(brief)}${BETWEEN}${bondsText(person)}`;
  for (const fragment of fragments) text += BETWEEN + knownText(fragment);
  return `${text}]`;
}

function briefOf({ id, key, written, also, count, first, last, traits }: Fragment): object {
  return { id, key, written, also, count, first, last, traits } satisfies {
    [Name in Exclude<keyof Fragment, keyof Known>]-?: unknown;
  };
}

function bondsText(person: Profile): string {
  const bonds = person instanceof KeptPerson ? person.kept : person;
  if (typeof bonds === 'string') return bonds;
  const { links, merges } = bonds;
  return JSON.stringify({ links: filled(links), merges: filled(merges) });
}

function knownText(fragment: Fragment): string {
  const known = fragment instanceof KeptFragment ? fragment.kept : fragment;
  if (typeof known === 'string') return known;
  return JSON.stringify({
    attributes: filled(known.attributes),
    addresses: filled(known.addresses),
    attributeChars: known.attributeChars || undefined,
    consents: filled(known.consents),
    orders: filled(known.orders),
    earlierOrders: known.earlierOrders,
    sessions: filled(known.sessions),
    earlierSessions: known.earlierSessions,
  } satisfies { [Name in keyof Known]-?: unknown });
}

/** What is empty is not stored: most people have no addresses, consents or orders. */
function filled<Part extends object>(part: Part | undefined): Part | undefined {
  // Going over the names of a list makes a text of each number.
  if (Array.isArray(part)) return part.length > 0 ? part : undefined;
  for (const _name in part) return part;
  return undefined;
}

/** Reads what `encodeProfile` wrote, or a person stored as one JSON object. */
export function decodeProfile(text: string): Profile {
  if (text.startsWith('{')) return withTraits(JSON.parse(text) as Profile);
  const lines = linesOf(text);
  const brief = withTraits(JSON.parse(lines[0]!) as Profile);
  const fragments = brief.fragments.map((fragment, i) => new KeptFragment(fragment, lines[i + 2]!));
  return new KeptPerson(brief, fragments, lines[1]!);
}

function withTraits(person: Profile): Profile {
  for (const fragment of person.fragments)
    if (fragment.traits)
      fragment.traits = new TraitStates(fragment.traits as unknown as Record<string, string>);
  return person;
}

/** Splitting by a text takes longer. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let from = 1; ; ) {
    const end = text.indexOf(BETWEEN, from);
    lines.push(text.slice(from, end < 0 ? -1 : end));
    if (end < 0) return lines;
    from = end + BETWEEN.length;
  }
}
