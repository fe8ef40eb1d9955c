import { describe, expect, it } from 'vitest';
import type { Condition } from './condition.ts';
import { conditionSql } from './sql.ts';

const AT = Date.parse('2026-05-03T10:00:00Z');
const yoga: Condition = {
  did: { event: 'Order Completed', products: [{ product: 'category', text: { is: 'yoga wear' } }] },
  in: { last: '90d' },
  times: { atLeast: 2 },
};

describe('the SQL of conditions', () => {
  it('reads only the rows that matter, and binds every value', () => {
    expect(conditionSql(yoga, AT)).toEqual({
      sql: `select who as person
from (
select who,
  countIf((r3 and time >= fromUnixTimestamp64Milli({p2:Int64}))) as a0
from (
select *,
  (r0 and arrayExists((m0) -> m0, r2)) as r3
from (
select *,
  arrayMap(v -> v = {p1:String}, r1) as r2
from (
select *,
  if(r0, b0, []) as r1
from (
select *,
  name in {p0:Array(String)} as r0
from (
select person as who,
  time,
  name,
  product_categories as b0
from events
prewhere (name in {p0:Array(String)} and time >= fromUnixTimestamp64Milli({p2:Int64}))
where (person != 0 and time <= fromUnixTimestamp64Milli({p4:Int64}))
)
)
)
)
)
group by who
)
where ifNull(a0 >= {p3:Int64}, 0)`,
      bindings: { p0: ['Order Completed'], p1: 'yoga wear', p2: AT - 90 * 86_400_000 + 1, p3: 2, p4: AT },
    });
  });

  it('reads everybody where somebody without events can match', () => {
    expect(conditionSql({ not: yoga }, AT).sql).toContain(
      'where (person != 0 and time <= fromUnixTimestamp64Milli({p4:Int64}))\n',
    );
  });

  it('takes people from where the warehouse says that they are now', () => {
    const events = { from: 'events any left join overrides', person: 'if(o = 0, person, o)' };
    const { sql } = conditionSql(yoga, AT, { events });
    expect(sql).toContain('select if(o = 0, person, o) as who');
    expect(sql).toContain('from events any left join overrides\n');
  });

  it('lets no text of a condition into the SQL', () => {
    const evil = "x') or 1=1 --";
    const condition: Condition = {
      all: [
        { did: { event: evil, where: [{ property: 'a b-c$', text: { is: evil, like: `${evil}*` } }] } },
        { attribute: 'a$.b', list: { includes: [evil] } },
        { sequence: [{ did: { event: evil } }], afterwards: { without: [{ event: evil }] } },
      ],
    };
    const { sql, bindings } = conditionSql(condition, AT);
    expect(sql).not.toContain('1=1');
    expect(JSON.stringify(bindings)).toContain('1=1');
  });

  it('refuses a catalogue table without a plain name', () => {
    expect(() => conditionSql(yoga, AT, { catalogueTable: 'a; drop table events' })).toThrow(/plain name/);
  });

  it('refuses audiences that do not exist', () => {
    expect(() => conditionSql({ member: 'nobody' }, AT)).toThrow(/does not exist/);
  });
});
