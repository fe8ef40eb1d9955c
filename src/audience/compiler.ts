import {
  type Catalogue,
  type CompiledCondition,
  type Condition,
  compileCondition,
  keyOf,
} from '../core/condition/index.ts';
import { createCalendar } from '../core/trait/index.ts';

const LISTS = () => ({ list: true }) as const;

/** Compiles conditions, each once. Audiences that they name are in them already; what is still named is a list. */
export function rememberingCompiler(catalogue: Catalogue): (condition: Condition) => CompiledCondition {
  const calendar = createCalendar();
  const known = new Map<string, CompiledCondition>();
  return (condition) => {
    const key = keyOf(condition);
    const compiled = known.get(key) ?? compileCondition(condition, { audiences: LISTS, calendar, catalogue });
    known.set(key, compiled);
    return compiled;
  };
}
