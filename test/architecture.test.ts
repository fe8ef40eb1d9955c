import { describe, expect, it } from 'vitest';
import { benches } from '../bench/index.ts';
import { problemsDocument } from './architecture/codes.ts';
import { doorFaults } from './architecture/doors.ts';
import {
  clockFaults,
  type Exceptions,
  exportFaults,
  lengthFaults,
  mutableStateFaults,
  staleExceptions,
} from './architecture/habits.ts';
import { importCycles, importFaults } from './architecture/imports.ts';
import { migrationFaults } from './architecture/migrations.ts';
import { routeFaults } from './architecture/routes.ts';
import { readRepository, type Source } from './architecture/source.ts';
import { missingDocuments, textFaults } from './architecture/text.ts';

/** Where the real time and real chance enter the program. */
const MAY_READ_CLOCKS: Exceptions = {
  'demo/cli.ts': 'The command that writes a demo ends it at this minute unless it is told another.',
  'demo/run.ts': 'The command that lives on in real time; everything below it is given the clock.',
  'src/main.ts': 'The clock that everything else is given is made here.',
  'ui/browser.ts': 'The only place where the interface reads the clock and the dice of the browser.',
  'src/server/server.ts': 'The ids of requests only name lines of the log; nothing is decided by them.',
};

/** Files whose one question needs more lines. */
const MAY_BE_LONG: Exceptions = {
  'src/core/condition/random.fixture.ts':
    'Conditions and histories are drawn from one vocabulary, so that they meet.',
  'src/core/condition/reference.ts': 'The meaning of the language in one reading, which is its purpose.',
  'src/ingest/decode.test.ts': 'One table of cases for all protocols.',
  'ui/api/schema.d.ts': 'Written by a tool from the description of the API; nobody reads it whole.',
};

const sources = readRepository();

/** A file that breaks a rule, to show that the rule can fail. */
const bad = (path: string, text: string): Source[] => [{ path, text }];

describe('the domains', () => {
  it('import only domains above them in the list, and only through their doors', () => {
    expect(importFaults(sources)).toEqual([]);
  });

  it('cannot import what is below them', () => {
    expect(
      importFaults(bad('src/identity/a.ts', "import { createServer } from '../server/index.ts';")),
    ).toEqual(['src/identity/a.ts:1: identity imports server, which is below it in the list of domains']);
    expect(
      importFaults(bad('src/engine/log/a.ts', "export type { X } from '../state/index.ts';")),
    ).toHaveLength(1);
    expect(importFaults(bad('src/core/a.ts', "type X = import('../ingest/index.ts').X;"))).toHaveLength(1);
  });

  it('cannot be entered past their doors, not even by a dynamic import or a test', () => {
    expect(importFaults(bad('src/ingest/a.ts', "\nconst x = await import('../core/json.ts');"))).toEqual([
      'src/ingest/a.ts:2: imports src/core/json.ts past the door of core',
    ]);
    expect(
      importFaults(bad('test/tour/01.test.ts', "import { x } from '../../src/ingest/decode.ts';")),
    ).toHaveLength(1);
    expect(
      importFaults(bad('src/app.test.ts', "import { openapiContract } from './server/openapi.contract.ts';")),
    ).toEqual([]);
  });

  it('know nothing of the composition root, nor of what is outside src/', () => {
    expect(importFaults(bad('src/ingest/a.ts', "import { readConfig } from '../config.ts';"))).toHaveLength(
      1,
    );
    expect(importFaults(bad('src/ingest/a.ts', "import { person } from '../../demo/person.ts';"))).toEqual([
      'src/ingest/a.ts:1: demo/person.ts is outside src/',
    ]);
    expect(importFaults(bad('src/marketing/a.ts', ''))).toEqual([
      'src/marketing/a.ts: marketing is not in the list of domains',
    ]);
  });

  it('hold no circle of imports', () => {
    expect(importCycles(sources)).toEqual([]);
    const circle = [
      ...bad('src/core/a.ts', "import './b.ts';"),
      ...bad('src/core/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(importCycles(circle)).toEqual(['src/core/a.ts -> src/core/b.ts -> src/core/a.ts']);
  });

  it('describe every function and type that their doors export', () => {
    expect(doorFaults(sources)).toEqual([]);
    const door = bad(
      'src/core/index.ts',
      "export { a, type B as C } from './a.ts';\nexport function d(): void {}",
    );
    const inside = bad(
      'src/core/a.ts',
      'export const a = () => 1;\n/** Known. */\nexport type B = 1;\nexport type Hidden = 2;',
    );
    expect(doorFaults([...door, ...inside])).toEqual([
      'src/core/a.ts: a, which src/core/index.ts exports, has no docstring',
      'src/core/index.ts: d, which src/core/index.ts exports, has no docstring',
    ]);
  });
});

describe('the code', () => {
  it('takes time and chance as arguments', () => {
    expect(clockFaults(sources, MAY_READ_CLOCKS)).toEqual([]);
    expect(staleExceptions(MAY_READ_CLOCKS, clockFaults(sources, {}))).toEqual([]);
    const code =
      'const a = Date.now();\nconst b = new Date();\nconst c = Math\n  .random();\nconst d = new Date(a); // Date.now()\nconst e = crypto.randomUUID();';
    expect(clockFaults(bad('src/core/a.ts', code), {})).toEqual([
      'src/core/a.ts:1: Date.now is read; take it as an argument',
      'src/core/a.ts:2: new Date() reads the clock; take it as an argument',
      'src/core/a.ts:3: Math.random is read; take it as an argument',
      'src/core/a.ts:6: chance is drawn; take it as an argument',
    ]);
    expect(
      clockFaults(bad('src/engine/log/a.ts', code), { 'src/engine/': 'The adapters stand at the border.' }),
    ).toEqual([]);
  });

  it('keeps no state in modules', () => {
    expect(mutableStateFaults(sources, {})).toEqual([]);
    expect(
      mutableStateFaults(bad('src/core/a.ts', 'export let count = 0;\nfunction f() {\n  let x = 1;\n}'), {}),
    ).toHaveLength(1);
  });

  it('has no default exports and no names that say nothing', () => {
    expect(exportFaults(sources)).toEqual([]);
    expect(exportFaults(bad('src/core/a.ts', 'export default function f(): void {}'))).toHaveLength(1);
    expect(exportFaults(bad('src/core/a.ts', 'const a = 1;\nexport default a;'))).toHaveLength(1);
    expect(
      exportFaults(
        bad('src/core/text-utils.ts', 'export class PersonManager {}\nexport interface Person {}'),
      ),
    ).toEqual([
      'src/core/text-utils.ts: the name says nothing',
      'src/core/text-utils.ts: the name PersonManager says nothing',
    ]);
  });

  it('answers one question a file, which takes at most 250 lines (a test 500)', () => {
    expect(lengthFaults(sources, MAY_BE_LONG)).toEqual([]);
    expect(staleExceptions(MAY_BE_LONG, lengthFaults(sources, {}))).toEqual([]);
    const long = 'x;\n'.repeat(251);
    expect(lengthFaults(bad('src/core/a.ts', long), {})).toEqual(['src/core/a.ts: 251 lines, more than 250']);
    expect(lengthFaults(bad('src/core/a.test.ts', long), {})).toEqual([]);
    expect(
      staleExceptions({ 'src/core/b.ts': 'One table that is read as a whole.', 'src/core/a.ts': 'long' }, [
        'src/core/a.ts: 251',
      ]),
    ).toEqual([
      'src/core/b.ts: an exception that nothing needs',
      'src/core/a.ts: an exception without a reason',
    ]);
  });
});

describe('the routes', () => {
  it('say what they ask of their callers', () => {
    expect(routeFaults(sources)).toEqual([]);
    const code =
      "app.get('/api/a', { schema }, f);\napp.get('/api/b', f);\napp.get('/api/c', () => 1);\napp.get('/api/d', { config: { permission: 'open' } }, f);\nmap.get('/api/e');";
    expect(routeFaults(bad('src/core/a.ts', code))).toEqual([
      "src/core/a.ts:1: the route /api/a has no config: { permission: '…' }",
      "src/core/a.ts:3: the route /api/c has no config: { permission: '…' }",
    ]);
  });
});

describe('the benches', () => {
  it('are all in the list that `rapport bench` shows', () => {
    const isBench = ({ path, text }: Source): boolean =>
      path.startsWith('bench/') && /^export async function run\(/m.test(text);
    const names = sources.filter(isBench).map(({ path }) => path.replace('bench/', '').replace('.ts', ''));
    expect(benches.map(({ name }) => name).sort()).toEqual(names.sort());
  });
});

describe('the migrations', () => {
  it('are numbered without a gap and without a number twice', () => {
    expect(migrationFaults(sources)).toEqual([]);
    const files = ['0001_a.sql', '0002_b.sql', '0002_c.sql', '0005_d.sql', 'notes.txt'];
    expect(migrationFaults(files.flatMap((name) => bad(`migrations/state/${name}`, '')))).toEqual([
      'migrations/state/0002_c.sql: the number that follows is 3',
      'migrations/state/0005_d.sql: the number that follows is 3',
      'migrations/state/notes.txt: is not named 0001_what-it-does.sql',
    ]);
  });
});

describe('the texts', () => {
  it('list every code that the API can refuse with, in docs/problems.md (vitest -u writes it anew)', async () => {
    await expect(problemsDocument(sources)).toMatchFileSnapshot('../docs/problems.md');
    const code = `throw refusal('b.x', 404, \`No \${id}\` + ' there');
      const a = new Refusal('a.y', 409, 'Taken.');
      refusal(code, 500, 'x');`;
    expect(problemsDocument(bad('src/core/a.ts', code))).toContain(
      '|\n| `a.y` | 409 | Taken. |\n| `b.x` | 404 | No … there |\n',
    );
  });

  it('speak of the project alone: no paths of a machine, no registry, nothing left for later', () => {
    expect(textFaults(sources)).toEqual([]);
    const text =
      'see /home/sarah/x and /root/.npmrc, not https://a.example/work/x or ../work/\n// TODO: later';
    expect(textFaults(bad('src/core/a.ts', text))).toEqual([
      'src/core/a.ts:1: a path of one machine (/home/sarah/)',
      'src/core/a.ts:1: a path of one machine (/root/)',
      'src/core/a.ts:2: work left for later (TODO)',
    ]);
    expect(textFaults(bad('package-lock.json', '"resolved": "https://npm.example/a.tgz"'))).toHaveLength(1);
    expect(
      textFaults(bad('.npmrc', 'omit-lockfile-registry-resolved=true\nregistry=https://npm.example')),
    ).toHaveLength(1);
  });

  it('send their readers only to documents that are there', () => {
    expect(missingDocuments(sources)).toEqual([]);
    expect(missingDocuments(bad('src/core/a.ts', '// See docs/nowhere.md and NOWHERE.md.'))).toEqual([
      'src/core/a.ts:1: docs/nowhere.md is not in the repository',
      'src/core/a.ts:1: NOWHERE.md is not in the repository',
    ]);
  });
});
