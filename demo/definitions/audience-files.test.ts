import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../src/core/condition/index.ts';
import { AUDIENCES } from '../answers.ts';
import { readAudienceFiles } from './audience-files.ts';

const files = readAudienceFiles();
const resolve = (id: string) => files.find((file) => file.id === id);

describe('the audiences of the demo', () => {
  it('are all of the answer sheet', () => {
    const ids = files.map(({ id }) => id);
    expect(ids.sort()).toEqual(AUDIENCES.map(({ id }) => id).sort());
  });

  it('stand in files that are called as they are', () => {
    const names = readdirSync(new URL('./audience/', import.meta.url)).sort();
    expect(names).toEqual(files.map(({ id }) => `${id}.json`));
  });

  it.each(files)('$id is a condition without a problem, with the title of the answer sheet', (file) => {
    expect(Object.keys(file)).toEqual(['id', 'name', 'description', 'condition']);
    expect(checkCondition(file.condition, { audience: file.id, audiences: resolve })).toEqual([]);
    expect(file.name).toBe(AUDIENCES.find(({ id }) => id === file.id)?.title);
    expect(file.description).toMatch(/^[A-Z].*\.$/);
  });
});
