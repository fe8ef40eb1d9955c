import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { openShop } from '../app.ts';

const UI = fileURLToPath(new URL('../../ui', import.meta.url));
const HEAD = `// The routes that the interface calls, as the server describes them. Written by
// npx vitest run test/interface/api-types.test.ts -u

`;

/** Every text in quotation marks that the interface holds and that could be a path of the API. */
function pathsInUse(): Set<string> {
  const files = readdirSync(UI, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== 'schema.d.ts')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const found = files.flatMap((text) => [...text.matchAll(/'(\/[a-z][^'\s]*)'/g)].map((match) => match[1]!));
  return new Set(found);
}

it('the interface calls the API by the types that the server describes today (vitest -u writes them anew)', async () => {
  const shop = await openShop();
  const { body } = await shop.get<{ paths: Record<string, unknown>; components: object }>('/openapi.json');
  await shop.close();
  const inUse = pathsInUse();
  const paths = Object.fromEntries(Object.entries(body.paths).filter(([path]) => inUse.has(path)));
  expect(Object.keys(paths).length).toBeGreaterThan(0);
  const tree = await openapiTypes({ ...body, paths } as never, { alphabetize: true });
  await expect(HEAD + astToString(tree)).toMatchFileSnapshot('../../ui/api/schema.d.ts');
});
