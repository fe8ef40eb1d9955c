import type { TraitState } from '../core/condition/index.ts';
import type { Profile } from '../profile/index.ts';
import type { AudienceProgram, KeptTrait, LiveAudience } from './program.ts';

const NO_PRODUCTS: readonly string[] = [];

/** The products that a person has in traits whose readings ask the catalogue. */
export function productsHeld(person: Profile, program: AudienceProgram): Set<string> {
  const products = new Set<string>();
  for (const kept of program.askingTraits)
    for (const product of productsOf(person, kept)) products.add(product);
  return products;
}

/**
 * The audiences to ask when a product that a person has turned for the traits that it may be in; undefined when she has it in no
 * trait whose readings ask the catalogue.
 */
export function audiencesTurned(
  person: Profile,
  product: string,
  turned: ReadonlyMap<string, readonly LiveAudience[]>,
  program: AudienceProgram,
): ReadonlySet<LiveAudience> | undefined {
  let audiences: Set<LiveAudience> | undefined;
  for (const kept of program.askingTraits) {
    if (!productsOf(person, kept).includes(product)) continue;
    audiences ??= new Set();
    for (const audience of turned.get(kept.plan.key) ?? []) audiences.add(audience);
  }
  return audiences;
}

function productsOf({ fragments }: Profile, { plan, name }: KeptTrait): readonly string[] {
  if (fragments.length === 1) return productsIn(fragments[0]!.traits?.get(name, plan.monoid));
  return fragments.flatMap(({ traits }) => productsIn(traits?.get(name, plan.monoid)));
}

/** The products of the entries of a state. */
function productsIn(state: TraitState | undefined): readonly string[] {
  if (!state) return NO_PRODUCTS;
  if ('entries' in state) return state.entries.products;
  return 'products' in state ? state.products : NO_PRODUCTS;
}
