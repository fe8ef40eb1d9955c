#!/usr/bin/env node
// The launcher. Two settings can only be made before Node starts, so the program runs as a child of this file:
// - UV_THREADPOOL_SIZE: with libuv's four threads, warehouse queries made the log's fsync wait up to two seconds.
// - --max-semi-space-size: with the default young generation, garbage collection set the ack latency (p50 30 ms became 336 ms).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const child = spawn(
  process.execPath,
  [
    '--max-semi-space-size=64',
    '--import',
    fileURLToPath(import.meta.resolve('tsx')),
    fileURLToPath(new URL('../src/main.ts', import.meta.url)),
    ...process.argv.slice(2),
  ],
  {
    // The channel carries nothing: its end tells the program that the launcher is gone, in whatever way.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '16', RAPPORT_ROOT: root },
  },
);
// The terminal sends Ctrl-C to the whole group; a supervisor sends SIGTERM to us alone.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
// A program that started us with a channel of its own is told to be gone by the end of that channel, even by kill -9.
process.once('disconnect', () => child.kill('SIGTERM'));
process.channel?.unref();
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
