import { type Fragment, TraitStates } from '../profile/index.ts';
import type { KeptTrait } from './program.ts';

/** What a fragment's history comes to for a trait joins what was collected since. */
export function addPast(fragment: Fragment, { plan, name }: KeptTrait, text: string, at: number): void {
  const { monoid } = plan;
  fragment.traits ??= new TraitStates();
  const known = fragment.traits.get(name, monoid);
  const past = monoid.decode(text);
  const state = known ? monoid.merge(known, past) : past;
  monoid.settle(state, at);
  fragment.traits.set(name, monoid, state);
}
