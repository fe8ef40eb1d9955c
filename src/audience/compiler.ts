import {
  type Catalogue,
  type CompiledCondition,
  type Condition,
  compileCondition,
  keyOf,
  type ConditionLeaf as Leaf,
} from '../core/condition/index.ts';
import { createCalendar } from '../core/trait/index.ts';

const LISTS = () => ({ list: true }) as const;

/** Compiles conditions, each once. Audiences that they name are in them already; what is still named is a list. */
export function rememberingCompiler(catalogue: Catalogue): (condition: Condition) => CompiledCondition {
  const calendar = createCalendar();
  const known = new Map<string, CompiledCondition>();
  // The same objects are asked for again and again; writing each out for its key took most of a definition's time.
  const met = new WeakMap<Condition, CompiledCondition>();
  const leaves = new Map<string, Leaf>();
  return (condition) => {
    const before = met.get(condition);
    if (before) return before;
    const key = keyOf(condition);
    const compiled =
      known.get(key) ?? compileCondition(condition, { audiences: LISTS, calendar, catalogue, leaves });
    known.set(key, compiled);
    met.set(condition, compiled);
    return compiled;
  };
}
