import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Imports, and packages that are looked up by name while the program runs. */
const NAMED =
  /(?:^import |^export |^} )[^'\n]*from '([^']+)'|^import '([^']+)'|(?:import|resolve|folderOf|require)\('([^']+)'\)/gm;
const IS_TEST = /\.(test|contract|fixture)\.ts$|\/test-kit\//;

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function packagesIn(text: string): string[] {
  return [...text.matchAll(NAMED)]
    .map((match) => match[1] ?? match[2] ?? match[3]!)
    .filter((specifier) => /^[@a-z]/.test(specifier) && !isBuiltin(specifier))
    .map(packageOf);
}

it('the program runs with its dependencies alone: `npm ci --omit=dev` leaves out nothing that it needs', () => {
  const files = ['src', 'bin', 'migrations']
    .flatMap((folder) =>
      readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((file) => /\.(ts|mjs)$/.test(file) && !IS_TEST.test(file));
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const used = new Map<string, string>();
  for (const file of files)
    for (const name of packagesIn(readFileSync(`${ROOT}/${file}`, 'utf8'))) used.set(name, file);
  const missing = [...used].filter(([name]) => dependencies[name] === undefined);
  expect(missing).toEqual([]);
  // The look itself works: packages that are imported, resolved and looked up are among those found.
  expect([...used.keys()]).toEqual(
    expect.arrayContaining(['fastify', 'tsx', '@segment/analytics-next', 'chdb']),
  );
  expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
});
