import { describe, expect, it } from 'vitest';
import { ALL_DIMENSIONS, dimensionOf, mustFindDimension, mustFindMetric } from './find.ts';
import { CALCULATED, METRICS } from './kinds.ts';

describe('the model', () => {
  it('finds dimensions by id and by family, and those within others', () => {
    expect(mustFindDimension('campaign').id).toBe('campaign');
    expect(mustFindDimension('property:delivery.method').id).toBe('property:delivery.method');
    expect(mustFindDimension('session-first:property:color').container).toBe('session');
    expect(dimensionOf('session-first:attribute:tier')).toBeUndefined();
    expect(
      dimensionOf('session-first:session-first:session-first:session-first:session-first:page'),
    ).toBeUndefined();
  });

  it('refuses what there is not', () => {
    expect(() => mustFindDimension("property:a'b")).toThrow('no dimension');
    expect(() => mustFindDimension('__proto__')).toThrow('no dimension');
    expect(() => mustFindMetric('constructor')).toThrow('no metric');
    expect(mustFindMetric('events:Store Visited').names).toEqual(['Store Visited']);
  });

  it('has no id twice, and a name in every language', () => {
    const all = [...ALL_DIMENSIONS, ...METRICS, ...CALCULATED];
    const ids = ALL_DIMENSIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title } of all)
      expect(
        Object.values(title).filter((words) => words !== ''),
        id,
      ).toHaveLength(5);
  });
});
