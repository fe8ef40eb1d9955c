import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A Rapport of its own process, started as a user starts it. */
export interface ServerProcess {
  readonly url: string;
  /** Where the first owner is made, as long as there is none. */
  ownerLink(): string | undefined;
  /** Stops it in order; resolves with its exit code. */
  stop(): Promise<number>;
  /** Resolves with the exit code when it ends by itself. */
  readonly ended: Promise<number>;
}

const LAUNCHER = fileURLToPath(new URL('../../bin/rapport.mjs', import.meta.url));
/** What the start says after the address: how to claim the server, which is told later, and keys, which are at /api/sources. */
const START_LINE = /^ {2}(?:write key of source|not claimed yet|create the owner|http).*\n/gm;
const OWNER_LINK = /^ {2}(http\S+\/link#\S+)$/m;
const OUTPUT_CHARACTERS_MAX = 20_000;

/**
 * Starts the server on a folder and a port and resolves when it listens. The launcher gives it the settings that can only
 * be made before Node starts. It has a process group of its own: Ctrl-C is for the demo, which then stops it in order. When
 * the demo is killed, the end of the channel between them stops the server.
 * @param tell gets what the server writes after its start
 */
export async function startServer(
  folder: string,
  port: number,
  tell: (text: string) => void,
): Promise<ServerProcess> {
  const args = [LAUNCHER, 'start', '--data', folder, '--port', String(port), '--log-level', 'warn'];
  // Settings of other servers (a token, a PostgreSQL) are not for a demo.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('RAPPORT_')),
  );
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
  const child = spawn(process.execPath, args, { stdio: [...stdio], detached: true, env });
  const stopWithUs = (): void => void child.kill('SIGTERM');
  process.once('exit', stopWithUs);
  const ended = once(child, 'exit').then(([code]) => {
    process.off('exit', stopWithUs);
    return (code as number | null) ?? 1;
  });
  const { url, ownerLink } = await listening(child, ended, tell);
  return {
    url,
    ownerLink,
    ended,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function listening(
  child: ChildProcess,
  ended: Promise<number>,
  tell: (text: string) => void,
): Promise<Pick<ServerProcess, 'url' | 'ownerLink'>> {
  let output = '';
  return new Promise((resolve, reject) => {
    ended.then((code) => reject(new Error(`The server ended with ${code}: ${output.trim()}`)), reject);
    let isUp = false;
    const hear = (chunk: Buffer): void => {
      if (isUp) {
        const text = chunk.toString();
        if (output.length < OUTPUT_CHARACTERS_MAX) output += text;
        const rest = text.replaceAll(START_LINE, '');
        if (rest.trim() !== '') tell(rest);
        return;
      }
      output = (output + chunk.toString()).slice(-OUTPUT_CHARACTERS_MAX);
      const address = /listens on (\S+)\n/.exec(output)?.[1];
      if (address === undefined) return;
      isUp = true;
      resolve({ url: address, ownerLink: () => OWNER_LINK.exec(output)?.[1] });
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
  });
}
