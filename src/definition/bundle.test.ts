import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planImport } from './bundle.ts';
import { planText } from './cli.ts';
import { openWorkspace, type Workspace } from './definition.fixture.ts';
import { exportBundle, exportDefinitions, importBundle, importDefinitions } from './index.ts';

const RUNS = 25;

async function inTwo<T>(act: (one: Workspace, other: Workspace) => Promise<T>): Promise<T> {
  const [one, other] = await Promise.all([openWorkspace(), openWorkspace()]);
  try {
    return await act(one, other);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', 'constructor', 'A.b:c_d-1');
const step = fc.record({
  id: ids,
  act: fc.constantFrom('draft', 'publish', 'publish', 'pause', 'archive', 'restore'),
  colour: fc.string({ unit: 'grapheme', maxLength: 5 }),
  inside: fc.option(fc.uniqueArray(ids, { maxLength: 2 }), { nil: undefined }),
});

test('exported and imported into an empty workspace, everything is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), (steps) =>
      inTwo(async (one, other) => {
        for (const { id, act, colour, inside } of steps) {
          const key = `shape/${id}`;
          const document = { colour, ...(inside ? { inside } : {}) };
          const order = { by: 'test', force: true };
          const { desk } = one;
          // What is refused changes nothing; that is as good a history as any.
          if (act === 'draft') await desk.saveDraft(key, document, order);
          else if (act === 'publish') await desk.publish(key, document, order).catch(() => {});
          else if (act === 'restore') await desk.restore(key, 1, order).catch(() => {});
          else await desk.retire(key, act as 'pause' | 'archive', order).catch(() => {});
        }
        const bundle = await exportBundle(one.desk);
        await importBundle(other.desk, other.change, bundle, 'test');
        expect(await exportBundle(other.desk)).toEqual(bundle);
        expect((await importBundle(one.desk, one.change, bundle, 'test')).items.map((i) => i.change)).toEqual(
          bundle.definitions.map(() => 'same'),
        );
      }),
    ),
    { numRuns: RUNS },
  );
});

test('files for Git: one a definition, the same bytes each time, and a dry run says what an edit would change', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-definitions-'));
  await inTwo(async (one, other) => {
    const order = { by: 'test' };
    await one.desk.publish('shape/b', { colour: 'red' }, order);
    await one.desk.publish('shape/a', { colour: 'blue', inside: ['b'] }, order);
    const remote = { server: one.server, fetch };
    expect(await exportDefinitions(folder, remote)).toEqual(['shape/a.json', 'shape/b.json']);
    const text = await readFile(join(folder, 'shape/a.json'), 'utf8');
    expect(text).toBe(
      '{\n  "key": "shape/a",\n  "state": "live",\n  "document": {\n    "colour": "blue",\n    "inside": [\n      "b"\n    ]\n  }\n}\n',
    );
    await exportDefinitions(folder, remote);
    expect(await readFile(join(folder, 'shape/a.json'), 'utf8')).toBe(text);

    await writeFile(join(folder, 'shape/a.json'), text.replace('blue', 'green'));
    const plan = await importDefinitions(folder, { dryRun: true }, remote);
    expect(plan).toEqual({
      applied: false,
      items: [
        {
          key: 'shape/a',
          change: 'changed',
          from: 'live',
          to: 'live',
          differences: [{ pointer: '/document/colour', before: 'blue', after: 'green' }],
          findings: [],
        },
        { key: 'shape/b', change: 'same', from: 'live', to: 'live', differences: [], findings: [] },
      ],
      breaks: [],
      absent: [],
    });
    expect(one.definitions.get('shape/a')).toMatchObject({ colour: 'blue' });
    await importDefinitions(folder, { dryRun: false }, remote);
    expect(one.definitions.get('shape/a')).toMatchObject({ colour: 'green', secret: 'new' });
    expect(one.definitions.head('shape/b')).toMatchObject({ version: 1 });

    await importDefinitions(folder, { dryRun: false }, { server: other.server, fetch });
    expect(other.definitions.list('')).toEqual(one.definitions.list(''));
    await writeFile(join(folder, 'shape/a.json'), text.replace('"b"', '"nobody"'));
    await expect(importDefinitions(folder, { dryRun: false }, remote)).rejects.toMatchObject({
      code: 'definition.server-refused',
      status: 422,
    });
    await writeFile(join(folder, 'shape/a.json'), Buffer.from(text.replace('blue', 'grün'), 'latin1'));
    await expect(importDefinitions(folder, { dryRun: true }, remote)).rejects.toThrow('not UTF-8');
    await expect(importDefinitions(join(folder, 'none'), { dryRun: true }, remote)).rejects.toThrow(
      'export into it',
    );
    await writeFile(join(folder, 'shape/a.json'), text.replace('shape/a', 'shape/z'));
    await expect(importDefinitions(folder, { dryRun: true }, remote)).rejects.toMatchObject({
      code: 'definition.file-unreadable',
    });
  });
  expect(await readdir(folder)).toEqual(['shape']);
  await rm(folder, { recursive: true });
});

test('what stays as it is cannot stay live when the bundle takes away what it builds on', async () => {
  await inTwo(async (one) => {
    const order = { by: 'test' };
    await one.desk.publish('shape/b', { colour: 'red' }, order);
    await one.desk.publish('shape/a', { colour: 'blue', inside: ['b'] }, order);
    const bundle = await exportBundle(one.desk);
    const definitions = bundle.definitions.map((entry) =>
      entry.key === 'shape/b' ? { ...entry, state: 'archived' as const } : entry,
    );
    const plan = await planImport(one.desk, { ...bundle, definitions });
    expect(plan.items).toMatchObject([
      {
        key: 'shape/a',
        change: 'same',
        findings: [{ severity: 'error', code: 'definition.dependency-not-live' }],
      },
      { key: 'shape/b', change: 'changed', to: 'archived' },
    ]);
    expect(planText(plan)).toContain('! shape/a could not stay live');
    await expect(
      importBundle(one.desk, one.change, { ...bundle, definitions }, 'test'),
    ).rejects.toMatchObject({
      code: 'definition.not-valid',
    });
    expect(one.definitions.head('shape/b')).toMatchObject({ state: 'live' });
  });
});
