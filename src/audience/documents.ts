import type { Definitions } from '../definition/index.ts';
import { dependants } from './dependants.ts';
import { type AudienceDocument, readDocuments } from './document.ts';
import { wholeOf } from './set.ts';

/** Takes over an audience as it is defined now, with its parts. */
export function noteDocuments(
  documents: Map<string, AudienceDocument>,
  id: string,
  definitions: Pick<Definitions, 'get' | 'head'>,
): void {
  for (const [part, { partOf }] of documents) if (partOf === id) documents.delete(part);
  documents.delete(id);
  for (const document of readDocuments(id, definitions)) documents.set(document.id, document);
}

/**
 * What changes with the definition of an audience: itself, its parts (also those that there are no more, which `known` names), and
 * whatever names any of them.
 */
export function changedWith(
  id: string,
  documents: ReadonlyMap<string, AudienceDocument>,
  known: Iterable<string>,
): ReadonlySet<string> {
  const before = [...known].filter((other) => other !== id && wholeOf(other) === id);
  const parts = [...documents.values()].flatMap((other) => (other.partOf === id ? [other.id] : []));
  const changed = [id, ...[...before, ...parts].sort()];
  return new Set([...changed, ...changed.flatMap((each) => dependants(each, documents))]);
}

/** The part of an audience that is paused: it has no document of its own then, and its people stay as the others do. */
export function pausedPart(
  { id, name }: { readonly id: string; readonly name: string },
  documents: ReadonlyMap<string, AudienceDocument>,
): AudienceDocument | undefined {
  const whole = documents.get(wholeOf(id));
  return whole?.state === 'paused' ? { ...whole, id, name } : undefined;
}
