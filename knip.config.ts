import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // Benches are loaded by name; the demo is a command, and a door for tests; the rest is reached from bin/rapport.mjs and the tests, which knip finds by itself.
  entry: [
    'src/main.ts',
    'src/*/index.ts',
    'src/core/*/index.ts',
    'src/ingest/import/index.ts',
    'src/engine/log/test-kit/*.ts',
    'bench/*.ts',
    'demo/index.ts',
    'demo/cli.ts',
    'ui/main.tsx',
  ],
  project: [
    'src/**/*.ts',
    'demo/**/*.ts',
    'bench/**/*.ts',
    'test/**/*.ts',
    'bin/**/*.mjs',
    'ui/**/*.{ts,tsx,mjs}',
  ],
  // Tests mount a small disk to fill it, watch system calls, make a certificate, and stand in containers.
  ignoreBinaries: ['mount', 'umount', 'strace', 'openssl', 'unshare'],
  // What a file uses itself may be exported for its tests.
  ignoreExportsUsedInFile: true,
  // A door may export what domains that are still to come will take, and the types of what it takes and gives, whether or not somebody names them today.
  exclude: ['types'],
};

export default config;
