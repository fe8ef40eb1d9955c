import type { AudienceResolver } from '../core/condition/index.ts';
import { type FieldMask, mustBeVisible } from '../core/index.ts';

/** What questions look up by name: documents of definitions, and audiences. */
interface Named {
  readonly audiences: AudienceResolver;
  definition(key: string): unknown;
}

/**
 * What a caller can look up from whom fields are hidden: a segment, audience, trait, derived dimension or rule that names a hidden field
 * would tell what is in it as well as a question that names it itself. Using one is refused: `access.hidden-field` (403).
 */
export function onlyVisible({ audiences, definition }: Named, mask: FieldMask | undefined): Named {
  if (!mask) return { audiences, definition };
  return {
    audiences(id) {
      const found = audiences(id);
      mustBeVisible(found, mask);
      return found;
    },
    definition(key) {
      const found = definition(key);
      mustBeVisible(found, mask);
      return found;
    },
  };
}
