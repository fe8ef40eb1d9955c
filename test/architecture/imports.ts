import { importsOf, isCode, isTest, type Source } from './source.ts';

/** The domains in order. A domain imports those above it, and its own files. */
const DOMAINS = [
  'core',
  'engine/folder',
  'engine/log',
  'engine/state',
  'engine/warehouse',
  'definition',
  'access',
  'catalog',
  'ingest',
  'identity',
  'privacy',
  'profile',
  'audience',
  'predict',
  'recommend',
  'search',
  'decision',
  'message',
  'journey',
  'personalize',
  'activate',
  'analytics',
  'play',
  'server',
] as const;

/** Folders that belong to the composition root: like the files directly in src/, they know all domains and none knows them. */
const COMPOSITION = new Set(['pipeline', 'operate']);

/** The domain of a file; undefined for the composition root and all that is not in src/. */
function domainOf(path: string): string | undefined {
  const [top, domain, port, ...rest] = path.split('/');
  if (top !== 'src' || domain === undefined || port === undefined || COMPOSITION.has(domain))
    return undefined;
  return domain === 'engine' && rest.length > 0 ? `engine/${port}` : domain;
}

/** Imports that go down the list, past a door, out of src/, or from a domain into the composition root. */
export function importFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isCode(path))
    .flatMap((source) => {
      const unknown = unknownDomain(source.path);
      const faults = importsOf(source).flatMap(({ target, line }) => {
        const fault = faultOf(source.path, target);
        return fault === undefined ? [] : [`${source.path}:${line}: ${fault}`];
      });
      return unknown ? [unknown, ...faults] : faults;
    });
}

function unknownDomain(path: string): string | undefined {
  const domain = domainOf(path);
  if (domain === undefined || rankOf(domain) >= 0) return undefined;
  return `${path}: ${domain} is not in the list of domains`;
}

function faultOf(from: string, target: string): string | undefined {
  const own = domainOf(from);
  const other = domainOf(target);
  // Commands of the composition root start benches and the torture test.
  if (own !== undefined && !target.startsWith('src/') && !isTest(from) && isCode(target)) {
    return `${target} is outside src/`;
  }
  if (own !== undefined && target.startsWith('src/') && other === undefined && !isTest(from)) {
    return `a domain imports ${target} of the composition root; take what you need as an argument`;
  }
  if (other === undefined || own === other) return undefined;
  if (own !== undefined && rankOf(other) > rankOf(own) && !isTest(from)) {
    return `${own} imports ${other}, which is below it in the list of domains`;
  }
  // The words of core that fill a folder (traits, conditions) have a door each.
  const isWord = /^src\/core\/[\w-]+\/index\.ts$/.test(target);
  // A benchmark measures a part from inside; a contract or a fixture is the door of a domain for tests.
  const isDoor =
    target === `src/${other}/index.ts` || (isTest(from) && /\.(contract|fixture)\.ts$/.test(target));
  return isDoor || isWord || from.startsWith('bench/')
    ? undefined
    : `imports ${target} past the door of ${other}`;
}

function rankOf(domain: string): number {
  return (DOMAINS as readonly string[]).indexOf(domain);
}

/** Files that import each other in a circle, each circle once. */
export function importCycles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources
      .filter(({ path }) => isCode(path))
      .map((source) => [source.path, importsOf(source).map(({ target }) => target)]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
}
