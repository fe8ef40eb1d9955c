import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type App, createApp } from './app.ts';
import { CONFIG_FLAGS, type Config, readConfig } from './config.ts';
import type { Clock } from './core/index.ts';
import { definitionsCommand } from './definition/index.ts';
import { ownerLines } from './guarded.ts';
import { importCommand } from './ingest/index.ts';
import { backupCommand, type OperateDeps, restoreCommand, verifyCommand } from './operate/index.ts';
import { createLogger } from './server/index.ts';

/** What a command needs of the world. */
export interface CommandDeps {
  readonly clock: Clock;
  readonly newWriteKey: () => string;
  readonly newId: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const TERMINAL_COLUMNS = 80;

const USAGE = `Usage: rapport <command>

  start        run the server (flags: --host --port --data --log-level)
  import       load history:   rapport import orders.csv --map map.json [--dry-run]
  definitions  what people set up as files for Git:   rapport definitions export|import <folder> [--dry-run]
  verify       check log, state and warehouse against each other (server stopped)
  backup       copy all three into an empty folder:   rapport backup <folder>
  restore      bring a backup back into an empty data folder:   rapport restore <folder>
  bench        measure:   rapport bench [name …]
  torture      kill, replay, compare:   rapport torture [name …] [--rounds N] [--seconds N]
  help         show this

Settings come from RAPPORT_* variables; docs/configuration.md lists them.
`;

/** Runs one command of the program; resolves with its exit code when it is under way (start) or done. */
export async function runCommand(args: readonly string[], deps: CommandDeps): Promise<number> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'start':
      await start(rest, deps);
      return 0;
    case 'import':
      return importHistory(rest, deps);
    case 'definitions':
      return definitionsCommand(rest, {
        out: (text) => process.stdout.write(text),
        err: (text) => process.stderr.write(text),
        fetch,
        env: deps.env,
      });
    case 'verify':
      return verifyCommand(rest, await operateDeps(deps));
    case 'backup':
      return backupCommand(rest, await operateDeps(deps));
    case 'restore':
      return restoreCommand(rest, await operateDeps(deps));
    case 'bench':
      await (await import('../bench/index.ts')).runBenches(rest);
      return 0;
    case 'torture':
      return (await import('../test/torture/index.ts')).runTortures(rest);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return 0;
    default:
      throw new Error(`there is no command ${command}; try: rapport help`);
  }
}

function importHistory(args: readonly string[], { clock, env }: CommandDeps): Promise<number> {
  return importCommand(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? TERMINAL_COLUMNS,
    fetch,
    now: () => clock.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    env,
  });
}

async function operateDeps({ clock, env }: CommandDeps): Promise<OperateDeps> {
  return { clock, env, version: await version(), out: (text) => process.stdout.write(text) };
}

async function start(args: string[], deps: CommandDeps): Promise<void> {
  const { values } = parseArgs({ args, options: CONFIG_FLAGS });
  const config = readConfig(deps.env, values as Record<string, string>);
  const logger = createLogger(config.logLevel);
  const app = await createApp({ ...deps, config, logger, version: await version() });
  // Before anybody can know the address: whoever reads it may ask for the stop at once.
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'the stop was not clean; the next start catches up');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const address = await listen(app, config);
  const keys = app.sources.list().filter((source) => source.enabled);
  process.stdout.write(`Rapport listens on ${address}\n`);
  process.stdout.write(await ownerLines(app.access, config.publicUrl ?? address));
  for (const source of keys)
    process.stdout.write(`  write key of source ${source.id} (${source.channel}): ${source.writeKey}\n`);
}

/** Begins to listen; where that cannot be, everything is closed again, for open engines would keep the process alive. */
async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    return await app.server.listen({ host, port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} of ${host} is in use by another program; choose another with --port.`, {
      cause: error,
    });
  }
}

/** The version of the program, from package.json. */
export async function version(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
