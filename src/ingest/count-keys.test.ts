import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKeys } from './count-keys.ts';

const SEED = 20_260_503;
const keys = (count: number, first = 0) =>
  Array.from({ length: count }, (_, i) => `"${(first + i).toString(36)}":1`).join(',');
const code = (body: string | Buffer, seed = SEED): string => {
  try {
    checkKeys(Buffer.from(body), seed);
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('a body of 55,000 keys is refused before it is parsed, however they are spread over objects', () => {
  expect(code(`{${keys(55_000)}}`)).toBe('ingest.too-many-keys');
  const many = Array.from({ length: 5_000 }, (_, i) => `{${keys(10, i * 10)}}`).join(',');
  expect(code(`{"batch":[${many}]}`)).toBe('ingest.too-many-keys');
  expect(code(`{"batch" :\n[${many.replaceAll(':', ' :\n')}]}`)).toBe('ingest.too-many-keys');
});

test('a lawful batch passes, however large it is', () => {
  const event = `{"type":"track","userId":"u","properties":{${keys(25)}},"text":"a: \\"b\\": c"}`;
  expect(code(`{"batch":[${Array.from({ length: 2_000 }, () => event).join(',')}]}`)).toBe('');
  // Values are no keys.
  const values = Array.from({ length: 60_000 }, (_, i) => `"${i}"`).join(',');
  expect(code(`[${values}]`)).toBe('');
});

test('no bytes make it fail or look for ever', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const body = Buffer.concat([Buffer.from(bytes), Buffer.alloc(140_000, '"\\')]);
      expect(['', 'ingest.too-many-keys']).toContain(code(body));
    }),
    { numRuns: 200 },
  );
});
