import type { Source } from './source.ts';

interface TextRule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files that the rule reads; all when absent. */
  readonly files?: RegExp;
}

const RULES: readonly TextRule[] = [
  { what: 'a path of one machine', pattern: /(?<![\w.~}-])\/(?:work|root|Users\/\w+|home\/\w+)\//g },
  { what: 'the host of a package registry', pattern: /\/\/registry\.[\w.-]+|"resolved":\s*"https?:/g },
  { what: 'a registry setting', pattern: /^.*registry\s*=(?!true$).*$/gm, files: /(^|\/)\.npmrc$/ },
  { what: 'work left for later', pattern: /\b(?:TODO|FIXME|HACK)\b/g, files: /\.(ts|tsx|mjs|sql|sh)$/ },
  {
    what: 'talk about how the text came to be',
    pattern:
      /\b(?:sub-?agent|as an ai\b|language model says|as (?:you )?(?:requested|instructed)|the brief (?:says|asks))/gi,
  },
];

/** The files that state these rules and show their violations. */
const RULE_FILES = /^test\/architecture/;

/** Texts that have no place in the repository. */
export function textFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !RULE_FILES.test(path))
    .flatMap(({ path, text }) =>
      RULES.filter(({ files }) => files === undefined || files.test(path)).flatMap(({ what, pattern }) =>
        [...text.matchAll(pattern)].map(
          (match) => `${path}:${lineOf(text, match.index)}: ${what} (${match[0].trim()})`,
        ),
      ),
    );
}

/** Documents that a text sends its reader to, and that are not there. */
export function missingDocuments(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  return sources
    .filter(({ path }) => /\.(ts|tsx|mjs|sql|md)$/.test(path) && !RULE_FILES.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w/.-])((?:docs\/[\w/-]+|[A-Z][A-Z_]+)\.md)\b/g)]
        .filter(
          ([, name]) =>
            name !== undefined && !paths.has(name) && !paths.has(`${path.replace(/[^/]*$/, '')}${name}`),
        )
        .map((match) => `${path}:${lineOf(text, match.index)}: ${match[1]} is not in the repository`),
    );
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
