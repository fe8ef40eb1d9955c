import { randomBytes } from 'node:crypto';
import { runCommand } from './cli.ts';
import type { Clock } from './core/index.ts';

// The only place that reads the real clock and the real dice; everything else is handed them.
const clock: Clock = { now: () => Date.now() };
const newWriteKey = (): string => randomBytes(18).toString('base64url');

const newId = (): string => randomBytes(9).toString('hex');

// When the launcher was killed nobody would stop us any more, and whoever starts it again would find the data in use. It may
// be gone before we came this far.
const stop = (): boolean => process.kill(process.pid, 'SIGTERM');
process.once('disconnect', stop);
process.channel?.unref();
if (process.connected === false) stop();

runCommand(process.argv.slice(2), { clock, newWriteKey, newId, env: process.env }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`rapport: ${message}\n`);
    process.exitCode = 1;
  },
);
