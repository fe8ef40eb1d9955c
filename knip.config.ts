import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // Benches are loaded by name; the rest is reached from bin/rapport.mjs and the tests, which knip finds by itself.
  entry: ['src/main.ts', 'bench/*.ts'],
  project: ['src/**/*.ts', 'demo/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts', 'bin/**/*.mjs'],
  // Tests mount a small disk to fill it.
  ignoreBinaries: ['mount', 'umount'],
  // A door may export the types of what it takes and gives, whether or not somebody names them today.
  exclude: ['types'],
};

export default config;
