// Adds the optional packages of other platforms to package-lock.json: node .ci/complete-lock.mjs package-lock.json
// npm leaves out those that the registry at hand does not serve, and then `npm ci` refuses the file as incomplete.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2];
const lock = JSON.parse(readFileSync(file, 'utf8'));
const p = lock.packages;
let added = 0;
const OS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'windows',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
  'wasm32',
  'wasi',
];
const CPU = [
  'arm64',
  'x64',
  'arm',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
  'armv7',
  'aarch64',
];
for (const [path, pkg] of Object.entries(p)) {
  for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
    // resolved somewhere up the tree?
    let base = path,
      found = false;
    for (;;) {
      const at = (base ? base + '/' : '') + 'node_modules/' + name;
      if (p[at]) {
        found = true;
        break;
      }
      if (!base) break;
      const i = base.lastIndexOf('/node_modules/');
      base = i < 0 ? '' : base.slice(0, i);
    }
    if (found) continue;
    const version = range.replace(/^[\^~>=v ]+/, '');
    const parts = name.replace(/^@[^/]+\//, '').split(/[-_.]/);
    const os = parts.filter((x) => OS.includes(x)).map((x) => (x === 'windows' ? 'win32' : x));
    const cpu = parts
      .filter((x) => CPU.includes(x) || x.startsWith('arm'))
      .map((x) => (x === 'aarch64' ? 'arm64' : x));
    const libc = parts.includes('musl')
      ? ['musl']
      : parts.includes('gnu') || parts.includes('glibc')
        ? ['glibc']
        : undefined;
    p['node_modules/' + name] = {
      version,
      ...(cpu.length ? { cpu: [cpu[0]] } : {}),
      ...(pkg.dev ? { dev: true } : {}),
      ...(libc && os[0] === 'linux' ? { libc } : {}),
      optional: true,
      ...(os.length ? { os: [os[0]] } : {}),
    };
    added++;
    if (!os.length) console.log('no os:', name, range);
  }
}
const sorted = Object.fromEntries(
  Object.entries(p).sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a < b ? -1 : 1)),
);
lock.packages = sorted;
writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
console.log('added', added);
