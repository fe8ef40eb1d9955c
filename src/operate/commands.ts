import { parseArgs } from 'node:util';
import { CONFIG_FLAGS, readConfig } from '../config.ts';
import type { Clock } from '../core/index.ts';
import { backUpStopped } from './backup.ts';
import { restore } from './restore.ts';
import { verificationText, verify } from './verify.ts';

/** What the commands about data touch of the world. */
export interface OperateDeps {
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Writes to the terminal. */
  out(text: string): void;
}

/** `rapport verify [--data <folder>]`: prints what it found; the exit code is 0 when all is sound, else 1. */
export async function verifyCommand(args: string[], { env, out }: OperateDeps): Promise<number> {
  const { values } = parseArgs({ args, options: CONFIG_FLAGS });
  const verification = await verify(readConfig(env, values as Record<string, string>));
  out(verificationText(verification));
  return verification.isSound ? 0 : 1;
}

/** `rapport backup <folder> [--data <folder>]`. */
export async function backupCommand(args: string[], deps: OperateDeps): Promise<number> {
  const { config, folder } = readFolder('backup', args, deps);
  await backUpStopped(config, folder, deps);
  deps.out(`backed up ${config.data} to ${folder}\n`);
  return 0;
}

/** `rapport restore <folder> [--data <folder>]`: into an empty data folder. */
export async function restoreCommand(args: string[], deps: OperateDeps): Promise<number> {
  const { config, folder } = readFolder('restore', args, deps);
  const { at } = await restore(config, folder);
  deps.out(`restored ${config.data} as it was at ${at}; check it with: rapport verify\n`);
  return 0;
}

function readFolder(command: string, args: string[], { env }: OperateDeps) {
  const { values, positionals } = parseArgs({ args, options: CONFIG_FLAGS, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new Error(`name one folder: rapport ${command} <folder>`);
  return { config: readConfig(env, values as Record<string, string>), folder };
}
