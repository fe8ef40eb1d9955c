import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly responses?: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi?: string;
  readonly info?: { readonly title?: string; readonly version?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** What an application must keep about its OpenAPI document; run it against the server with all routes. */
export function openapiContract(name: string, open: () => FastifyInstance | Promise<FastifyInstance>): void {
  describe(`the OpenAPI document of ${name}`, () => {
    let document: Document;
    beforeAll(async () => {
      const app = await open();
      await app.ready();
      document = (await app.inject('/openapi.json')).json();
    });

    it('names every operation once, with a summary and tags, and describes its parameters and answers', () => {
      expect(openapiFaults(document)).toEqual([]);
    });
  });
}

/** Everything that is wrong with a document: a sentence each. */
export function openapiFaults(document: Document): string[] {
  const faults: string[] = [];
  if (!document.openapi?.startsWith('3.1.')) faults.push('it is not OpenAPI 3.1');
  if (!document.info?.title || !document.info.version) faults.push('it has no title or version');
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method,
      operation,
      place: `${method.toUpperCase()} ${path}`,
    })),
  );
  if (operations.length === 0) faults.push('it describes nothing');
  const ids = new Map<string, string>();
  for (const { path, method, operation, place } of operations) {
    if (!METHODS.has(method)) faults.push(`${place}: not a method`);
    faults.push(...faultsOf(path, operation).map((fault) => `${place}: ${fault}`));
    const id = operation.operationId ?? '';
    if (ids.has(id)) faults.push(`${place}: has the operationId of ${ids.get(id)}`);
    ids.set(id, place);
  }
  return [...faults, ...danglingRefs(document).map((ref) => `${ref} points nowhere`)];
}

function faultsOf(path: string, operation: Operation): string[] {
  const faults: string[] = [];
  if (!/^[a-z][A-Za-z0-9]*$/.test(operation.operationId ?? '')) faults.push('no operationId in camelCase');
  if (!operation.summary) faults.push('no summary');
  if (!operation.tags?.length) faults.push('no tags');
  if (!operation.responses || !('4XX' in operation.responses)) faults.push('no answer for mistakes');
  if (!Object.keys(operation.responses ?? {}).some((status) => /^[23]/.test(status)))
    faults.push('no good answer');
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]).sort();
  const described = (operation.parameters ?? []).filter((each) => each.in === 'path');
  if (described.some((each) => each.required !== true)) faults.push('a path parameter that is not required');
  const names = described.map((each) => each.name).sort();
  if (names.join() !== inPath.join())
    faults.push(`its path has {${inPath.join()}} but it describes {${names.join()}}`);
  return faults;
}

function danglingRefs(document: unknown): string[] {
  const refs: string[] = [];
  JSON.stringify(document, (key, value) => {
    if (key === '$ref' && typeof value === 'string') refs.push(value);
    return value;
  });
  return [...new Set(refs)].filter((ref) => resolvePointer(document, ref) === undefined);
}

function resolvePointer(document: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  const segments = ref
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return segments.reduce<unknown>(
    (value, segment) => (value as Record<string, unknown> | undefined)?.[segment],
    document,
  );
}
