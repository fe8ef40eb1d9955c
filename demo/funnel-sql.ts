import type { CurrentPerson } from '../src/engine/warehouse/index.ts';
import type { Funnel } from './truth/funnels.ts';

/** Any window of the demo is shorter. */
const YEAR_MS = 366 * 86_400_000;

/**
 * A funnel as ClickHouse counts it (`windowFunnel`): rows of `reached`, the number of steps that somebody came to, and `walks`,
 * how many came so far and no further. Ids and names are the generator's own.
 */
export function funnelSql({ within, steps }: Funnel, current: CurrentPerson, start: number): string {
  const conditions = steps.map(({ event, channels }) => {
    const places = channels ? ` and channel in (${channels.map((one) => `'${one}'`).join(', ')})` : '';
    return `name = '${event}'${places}`;
  });
  const walk = within === 'person' ? 'who' : 'who, session';
  return `select reached, count() as walks
    from (
      select windowFunnel(${YEAR_MS})(toUInt64(toUnixTimestamp64Milli(time)), ${conditions.join(', ')}) as reached
      from (select ${current.person} as who, session, time, name, channel from ${current.from}
        where time >= fromUnixTimestamp64Milli(${start}))
      ${within === 'session' ? 'where session != 0' : ''}
      group by ${walk}
    )
    where reached > 0
    group by reached`;
}
