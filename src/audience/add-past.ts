import { type Fragment, TraitStates } from '../profile/index.ts';
import type { KeptTrait } from './program.ts';

/** What a fragment's history comes to for a trait joins what was collected since. */
export function addPast(fragment: Fragment, { plan, name }: KeptTrait, text: string, at: number): void {
  const { monoid } = plan;
  fragment.traits ??= new TraitStates();
  // Whether nothing was collected, or nothing of it is left, depends on when she was stored: both are the same here.
  const known = fragment.traits.has(name) ? fragment.traits.get(name, monoid) : undefined;
  if (!known) {
    // Most people did nothing meanwhile: what it comes to is read when somebody asks.
    fragment.traits.setText(name, text);
    return;
  }
  const state = monoid.merge(known, monoid.decode(text));
  monoid.settle(state, at);
  fragment.traits.set(name, monoid, state);
}
