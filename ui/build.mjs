// Builds the interface into dist/ui. Does nothing when what is there was made of the same files; --anew builds in any case.
// `npm start` runs it first, so that one command shows the interface; it takes some seconds after a change and 30 ms without.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const UI = join(ROOT, 'ui');
const OUT = join(ROOT, 'dist', 'ui');
/** Says of which files the build was made; no page, so it is not served. */
const MARK = join(ROOT, 'dist', 'ui.made-of');
const PACKED = /\.(js|css|html|svg|json)$/;
/** Best but one: the last step takes ten times as long for 3 %. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...filesBelow(UI), join(ROOT, 'package-lock.json')])
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

// React's build for development weighs twice as much; it is taken unless this says production, as in a test run.
process.env.NODE_ENV = 'production';

/** Beside each text a brotli and a gzip of it, so that the server packs nothing. */
function pack() {
  for (const file of filesBelow(OUT).filter((each) => PACKED.test(each))) {
    const plain = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(plain, BROTLI));
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}

async function build() {
  const { build: bundle } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await bundle({
    configFile: false,
    root: UI,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2022',
      // Icons and fonts stay files: the policy of the pages allows no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_000,
      // Of the core a page takes some functions; its schemas, which the server checks by, do nothing by being there.
      rolldownOptions: {
        treeshake: { moduleSideEffects: (id) => !id.includes('/src/core/') },
        // Small things that many chunks share are one file: a hundred files of 500 bytes pack badly.
        output: {
          codeSplitting: {
            groups: [
              // Texts need it before the shell, which waits for them, has begun: it must not be part of what waits.
              { name: 'plural', test: /language.plural/ },
              { name: 'shell', tags: ['$initial'] },
              { name: 'common', test: /icons|use-(mutation|format)|ui.parts|ui.language/, minShareCount: 10 },
              // What set-up pages share with workspaces, of which they need nothing else.
              {
                name: 'model',
                test: /ui.analysis.(model|value-text|dimension-value|pick.pick|parts.cohort.period-text|diagrams.(choice|diagrams|dimension-select|pill|touch-text|values|with-field)\b)/,
                minShareCount: 3,
                includeDependenciesRecursively: false,
              },
              // What workspaces and their parts share: a hundred small files would be as many links and requests, 2 ms each.
              {
                name: 'analysis',
                test: /ui.analysis.(?!setup)/,
                minShareCount: 3,
                includeDependenciesRecursively: false,
              },
            ],
          },
        },
      },
    },
  });
  pack();
}

/** `npm ci --omit=dev` leaves out what builds; a build that was brought along is served then. */
function mayBuild() {
  try {
    return Boolean(import.meta.resolve('vite'));
  } catch {
    return false;
  }
}

const made = fingerprint();
const isFresh =
  existsSync(join(OUT, 'index.html')) && existsSync(MARK) && readFileSync(MARK, 'utf8') === made;
if (!isFresh || process.argv.includes('--anew')) {
  if (mayBuild()) {
    process.stdout.write('Building the interface …\n');
    await build();
    writeFileSync(MARK, made);
  } else {
    process.stdout.write('The interface is not built, for its development packages are not installed.\n');
  }
}
