import { Type } from 'typebox';
import { labelFindings } from '../access/index.ts';
import { COMPUTED_FIELDS, checkTrait } from '../core/condition/index.ts';
import type { DefinitionKind, Finding } from '../definition/index.ts';
import { traitIn } from './trait-document.ts';

/** A document that defines a trait. */
export const TraitContent = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    description: Type.Optional(Type.String({ maxLength: 2_000 })),
    ...COMPUTED_FIELDS,
  },
  { additionalProperties: false, title: 'Trait' },
);

/** The kind of definition that a trait is: what of behaviour is measured, with a name. It builds on no other definition. */
export const traitKind: DefinitionKind = {
  id: 'trait',
  title: 'Trait',
  permission: 'audiences.write',
  schema: TraitContent,
  looksAt: ['labels'],
  check(document, others): readonly Finding[] {
    const trait = traitIn(document);
    if (!trait) return [];
    const problems = checkTrait(trait).map((problem): Finding => ({ severity: 'error', ...problem }));
    return [...problems, ...labelFindings(document, others)];
  },
};
