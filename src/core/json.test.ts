import { describe, expect, it } from 'vitest';
import { overlay, pointerPart } from './index.ts';

describe('one object over another', () => {
  it('has the keys of both, and what both have as the upper one has it', () => {
    expect(overlay({ a: 1, b: 2 }, { b: 3, c: 4 })).toEqual({ a: 1, b: 3, c: 4 });
  });

  it('keeps a key that would change what the object is as what it holds', () => {
    const sent = JSON.parse('{"__proto__":{"isAdmin":true}}') as { [key: string]: string };
    for (const both of [overlay(sent, { a: 1 }), overlay({ a: 1 }, sent)]) {
      expect(Object.getPrototypeOf(both)).toBe(Object.prototype);
      expect(JSON.parse(JSON.stringify(both))).toEqual(JSON.parse('{"a":1,"__proto__":{"isAdmin":true}}'));
      expect(both['isAdmin']).toBeUndefined();
    }
  });
});

it('writes a key for a JSON pointer so that it is read back as it was', () => {
  expect(['a/b', '~1', '~/', ''].map(pointerPart)).toEqual(['a~1b', '~01', '~0~1', '']);
});
