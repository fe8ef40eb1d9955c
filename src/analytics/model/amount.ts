import type { Frame, Rate } from '../frame.ts';
import type { Events } from '../rows/events.ts';

/** SQL of a row's net revenue in the currency of the workspace. Amounts of a currency without a rate count as they are. */
export function amountOf(events: Events): string {
  return convertedOf(events, 'revenue', 'currency');
}

/** SQL of an amount of a row in the currency of the workspace, from SQL of the amount and of the code of its currency. */
export function convertedOf(events: Events, amount: string, code: string): string {
  const { frame } = events;
  const cases = ratesOf(frame).flatMap(({ currency, since, rate }, i, all) => {
    const isOldest = all[i + 1]?.currency !== currency;
    const from = isOldest ? '' : ` and ms >= ${events.bind('Int64', since)}`;
    return [`${code} = ${events.bind('String', currency)}${from}`, events.bind('Float64', rate)];
  });
  return cases.length === 0 ? amount : events.name(`toFloat64(${amount}) * multiIf(${cases.join(', ')}, 1)`);
}

/** Rates of other currencies, of each the newest first. */
function ratesOf({ rates, currency }: Frame): Rate[] {
  return rates
    .filter((rate) => rate.currency !== currency)
    .sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : b.since - a.since));
}
