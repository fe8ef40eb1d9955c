import { type ComputedTrait, checkTrait } from '../core/condition/index.ts';
import { isObject } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { AudiencePhase } from './document.ts';

/** The definitions of traits have keys that start like this. */
export const TRAIT_KEY = 'trait/';

/** What somebody defined as a trait. */
export interface TraitDocument {
  readonly id: string;
  readonly name: string;
  readonly state: AudiencePhase;
  readonly version: number;
  /** What is measured, where it is live. */
  readonly trait?: ComputedTrait;
}

/** The definition of a trait as it stands: with what it measures where it is live. Undefined when there is none. */
export function readTrait(
  id: string,
  definitions: Pick<Definitions, 'get' | 'head'>,
): TraitDocument | undefined {
  const key = `${TRAIT_KEY}${id}`;
  const head = definitions.head(key);
  const value = definitions.get(key);
  if (!isObject(value)) {
    if (!head) return undefined;
    return { id, name: id, state: head.state === 'live' ? 'draft' : head.state, version: head.version };
  }
  const { name } = value;
  const trait = traitIn(value);
  return {
    id,
    name: typeof name === 'string' ? name : id,
    state: 'live',
    version: head?.published ?? 1,
    // A foreign log may hold what no check has seen.
    ...(trait && isReadable(trait) ? { trait } : {}),
  };
}

/** What the document of a definition measures; undefined when it is none of a trait. */
export function traitIn(document: unknown): ComputedTrait | undefined {
  if (!isObject(document)) return undefined;
  const { name: _name, description: _description, ...trait } = document;
  return trait as unknown as ComputedTrait;
}

function isReadable(trait: ComputedTrait): boolean {
  const { did, measure } = trait;
  if (!isObject(did) || typeof measure !== 'string') return false;
  return checkTrait(trait).length === 0;
}
