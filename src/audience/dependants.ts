import { traitsOf } from '../core/condition/index.ts';
import type { AudienceDocument } from './document.ts';

/** The audiences whose conditions name this one, also through others, in an order that does not depend on when they were set up. */
export function dependants(id: string, documents: ReadonlyMap<string, AudienceDocument>): string[] {
  const found = new Set<string>();
  for (const waiting = [id]; waiting.length > 0; ) {
    const named = waiting.pop()!;
    for (const [other, { names, state }] of documents)
      if (other !== id && state === 'live' && names?.includes(named) && !found.has(other)) {
        found.add(other);
        waiting.push(other);
      }
  }
  return [...found].sort();
}

/** The audiences whose conditions name a trait, also through others. */
export function namingTrait(id: string, documents: ReadonlyMap<string, AudienceDocument>): string[] {
  const naming: string[] = [];
  for (const [audience, { condition }] of documents)
    if (condition && traitsOf(condition).includes(id)) naming.push(audience);
  const others = naming.flatMap((audience) => dependants(audience, documents));
  return [...new Set([...naming, ...others])].sort();
}
