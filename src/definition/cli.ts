import { parseArgs } from 'node:util';
import { isObject, Refusal } from '../core/index.ts';
import type { ImportPlan } from './bundle.ts';
import type { Difference } from './diff.ts';
import { type DefinitionRemote, exportDefinitions, importDefinitions } from './files.ts';
import type { Finding } from './finding.ts';

/** What the command touches of the world. */
export interface DefinitionsCommandDeps {
  /** Standard output: what came of it. */
  out(text: string): void;
  /** Standard error: refusals. */
  err(text: string): void;
  readonly fetch: typeof fetch;
  /** `RAPPORT_SERVER`, `RAPPORT_TOKEN`. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const USAGE = `rapport definitions export <folder> [--kind <kind>] [--server <url>] [--token <token>]
rapport definitions import <folder> [--dry-run] [--kind <kind>] [--server <url>] [--token <token>]

Everything that people set up (audiences, sources, settings, …) as files for Git, <folder>/<kind>/<id>.json, from or to a running
server. What no file names stays as it is.

  --dry-run  say what an import would change, and change nothing
  --kind     only definitions of this kind
  --server   default http://127.0.0.1:8080, or RAPPORT_SERVER
  --token    default RAPPORT_TOKEN
`;

const SERVER = 'http://127.0.0.1:8080';
const VALUE_CHARACTERS_MAX = 200;
const ABSENT_SHOWN = 20;

interface Given {
  readonly verb: 'export' | 'import';
  readonly folder: string;
  readonly dryRun: boolean;
  readonly kind: string | undefined;
  readonly server: string | undefined;
  readonly token: string | undefined;
}

/** `rapport definitions …`. Resolves with the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function definitionsCommand(
  args: readonly string[],
  deps: DefinitionsCommandDeps,
): Promise<number> {
  const given = readArguments(args);
  if (!given) {
    deps.err(USAGE);
    return 2;
  }
  const { folder, kind, dryRun } = given;
  const token = given.token ?? deps.env.RAPPORT_TOKEN;
  const remote: DefinitionRemote = {
    server: given.server ?? deps.env.RAPPORT_SERVER ?? SERVER,
    ...(token === undefined ? {} : { token }),
    fetch: deps.fetch,
  };
  try {
    if (given.verb === 'export') {
      const paths = await exportDefinitions(folder, remote, kind);
      deps.out(`${counted(paths.length, 'definition')} written to ${folder}\n`);
      return 0;
    }
    const plan = await importDefinitions(folder, { dryRun, kind }, remote);
    deps.out(planText(plan));
    return isRefused(plan) ? 1 : 0;
  } catch (error) {
    deps.err(failureText(error));
    return 1;
  }
}

function readArguments(args: readonly string[]): Given | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, kind: text, server: text, token: text },
    });
    const [verb, folder] = positionals;
    if ((verb !== 'export' && verb !== 'import') || folder === undefined || positionals.length > 2)
      return undefined;
    if (verb === 'export' && values['dry-run']) return undefined;
    const { kind, server, token } = values;
    return { verb, folder, dryRun: values['dry-run'], kind, server, token };
  } catch {
    // parseArgs throws for options that do not exist; the usage says which do.
    return undefined;
  }
}

/** An import as people read it: what is new, what differs and where, what keeps it from happening. */
export function planText({ applied, items, breaks, absent }: ImportPlan): string {
  const lines: string[] = [];
  const changing = items.filter(({ change }) => change !== 'same');
  for (const { key, change, from, to, differences, findings } of changing) {
    lines.push(change === 'new' ? `+ ${key} (${to})` : `~ ${key}${from === to ? '' : ` (${from} -> ${to})`}`);
    lines.push(...differences.flatMap(differenceLines), ...findings.map(findingLine));
  }
  for (const { key, findings } of items.filter(({ change }) => change === 'same').filter(hasError))
    lines.push(`! ${key} could not stay live`, ...findings.map(findingLine));
  for (const { key, findings } of breaks)
    lines.push(`! ${key} would be paused`, ...findings.map(findingLine));
  const sameCount = items.length - changing.length;
  const count = (change: string): number => items.filter((item) => item.change === change).length;
  lines.push(
    `${applied ? 'Imported' : 'Would import'}: ${count('new')} new, ${count('changed')} changed, ${sameCount} the same.`,
  );
  if (absent.length > 0) {
    const shown = absent.slice(0, ABSENT_SHOWN).join(', ');
    const more = absent.length > ABSENT_SHOWN ? `, and ${absent.length - ABSENT_SHOWN} more` : '';
    lines.push(`Not among the files, left as they are: ${shown}${more}.`);
  }
  return `${lines.join('\n')}\n`;
}

function differenceLines({ pointer, before, after }: Difference): string[] {
  return [
    ...(before === undefined ? [] : [`    - ${pointer}: ${short(before)}`]),
    ...(after === undefined ? [] : [`    + ${pointer}: ${short(after)}`]),
  ];
}

function findingLine({ severity, pointer, message }: Finding): string {
  return `    ${severity}${pointer === '' ? '' : ` at ${pointer}`}: ${message}`;
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= VALUE_CHARACTERS_MAX ? text : `${text.slice(0, VALUE_CHARACTERS_MAX)}…`;
}

/** Whether an import of the files would be refused. */
function isRefused({ items, breaks }: ImportPlan): boolean {
  return breaks.length > 0 || items.some(hasError);
}

function hasError({ findings }: ImportPlan['items'][number]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** The server's words, with the findings where it has any. */
function failureText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const answer = error instanceof Refusal ? error.detail.answer : undefined;
  if (!isObject(answer)) return `${message}\n`;
  const items = (Array.isArray(answer.items) ? answer.items : []) as { key: string; findings: Finding[] }[];
  const breaks = (Array.isArray(answer.breaks) ? answer.breaks : []) as typeof items;
  const lines = [...items, ...breaks].flatMap(({ key, findings }) => [key, ...findings.map(findingLine)]);
  return `${[message, ...lines].join('\n')}\n`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
