import { isObject } from '../core/index.ts';
import type { DefinitionKind } from '../definition/index.ts';
import { SourceSchema } from './source-routes.ts';

/** Where events come from. Its write key stays in the workspace: an import into another one makes a new key. */
export function sourceKind(newWriteKey: () => string): DefinitionKind {
  return {
    id: 'source',
    title: 'Source',
    permission: 'sources.write',
    schema: SourceSchema,
    check: (document, _others, id) =>
      isObject(document) && document['id'] !== id
        ? [
            {
              severity: 'error',
              code: 'source.other-id',
              pointer: '/id',
              message: `The id in the document must be that of the definition, ${id}.`,
            },
          ]
        : [],
    secrets: {
      conceal(document) {
        if (!isObject(document)) return document;
        const { writeKey: _, ...rest } = document;
        return rest;
      },
      complete(document, present) {
        if (!isObject(document) || document['writeKey'] !== undefined) return document;
        const known = isObject(present) ? present['writeKey'] : undefined;
        return { ...document, writeKey: known ?? newWriteKey() };
      },
    },
  };
}
