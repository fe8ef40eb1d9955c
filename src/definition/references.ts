import { isObject, pointerPart } from '../core/index.ts';
import type { Finding } from './finding.ts';
import type { Others } from './kinds.ts';

/** What a condition names of the workspace, and where in the document. */
export interface References {
  readonly audiences: readonly Reference[];
  readonly traits: readonly Reference[];
  readonly attributes: readonly Reference[];
  readonly consents: readonly ConsentReference[];
}

/** A name and the JSON pointer to it. */
export interface Reference {
  readonly name: string;
  readonly pointer: string;
}

/** What a condition asks about consent; the purpose is undefined where it is the usual one. */
export interface ConsentReference {
  readonly channel: string;
  readonly purpose: string | undefined;
  readonly pointer: string;
}

/** Deeper documents are refused before; this keeps a hostile one from the stack. */
const DEPTH_MAX = 64;

/**
 * Finds the audiences, traits, attributes and consents that the conditions within a document name, wherever they stand: a building block for the
 * `dependsOn` and `check` of kinds that hold conditions (audiences, journeys, offers).
 */
export function referencesIn(document: unknown, pointer = ''): References {
  const audiences: Reference[] = [];
  const traits: Reference[] = [];
  const attributes: Reference[] = [];
  const consents: ConsentReference[] = [];
  const walk = (value: unknown, at: string, depth: number): void => {
    if (depth > DEPTH_MAX || typeof value !== 'object' || value === null) return;
    if (isObject(value)) {
      const { member, trait, attribute, consent } = value;
      if (typeof member === 'string') audiences.push({ name: member, pointer: `${at}/member` });
      if (typeof trait === 'string') traits.push({ name: trait, pointer: `${at}/trait` });
      // Of a path the first key is the attribute; what is below it is its value.
      const name = Array.isArray(attribute) ? attribute[0] : attribute;
      if (typeof name === 'string')
        attributes.push({ name: name.split('.')[0]!, pointer: `${at}/attribute` });
      if (isObject(consent) && typeof consent.channel === 'string') {
        const { channel, purpose } = consent;
        consents.push({
          channel,
          purpose: typeof purpose === 'string' ? purpose : undefined,
          pointer: `${at}/consent`,
        });
      }
    }
    for (const [key, part] of Object.entries(value)) walk(part, `${at}/${pointerPart(key)}`, depth + 1);
  };
  walk(document, pointer, 0);
  return { audiences, traits, attributes, consents };
}

/** The keys of the audiences and traits that a document builds on. */
export function conditionKeysIn(document: unknown): string[] {
  const { audiences, traits } = referencesIn(document);
  // A part of a split audience (`loyal/control`) is defined with the audience.
  return [
    ...new Set([
      ...audiences.map(({ name }) => `audience/${name.split('/', 1)[0]}`),
      ...traits.map(({ name }) => `trait/${name}`),
    ]),
  ];
}

/** Warnings about attributes that nobody has yet: most often a name written wrong, sometimes one that is to come. */
export function attributeFindings(document: unknown, { attributes }: Others): Finding[] {
  if (!attributes) return [];
  return referencesIn(document)
    .attributes.filter(({ name }) => !attributes.has(name))
    .map(({ name, pointer }) => ({
      severity: 'warning',
      code: 'definition.unknown-attribute',
      pointer,
      message: `Nobody has an attribute ${name} yet; check how it is written.`,
    }));
}
