import type { Events } from '../../rows/events.ts';
import { convertedOf } from '../amount.ts';
import type { Format, Metric } from '../metric.ts';
import { type Title, title } from '../title.ts';
import { isNamed } from './named.ts';

/** Reports of advertising have the campaign parameters of the visits that it paid for (docs/events.md). */
const REPORTED = 'Ad Cost Reported';

const reported = (id: string, name: Title, format: Format, of: (events: Events) => string): Metric => ({
  id,
  title: name,
  format,
  container: 'event',
  isOfReports: true,
  names: [REPORTED],
  measured(events) {
    return { measure: { kind: 'sum', of: of(events) }, where: isNamed(events, [REPORTED]) };
  },
});

/** What advertising cost by its reports, in the currency of the workspace. */
export const cost = reported('cost', title('Cost | Kosten | Coût | Coste | 成本'), 'amount', (events) =>
  convertedOf(events, events.column('cost'), events.column("ifNull(toString(properties.currency), '')")),
);

/** What reports of advertising say. */
export const ADVERTISING: readonly Metric[] = [
  cost,
  reported(
    'impressions',
    title('Impressions | Einblendungen | Impressions | Impresiones | 展示次数'),
    'number',
    (events) => events.column('impressions'),
  ),
  reported(
    'ad-clicks',
    title('Clicks on advertising | Klicks auf Werbung | Clics publicitaires | Clics en anuncios | 广告点击'),
    'number',
    (events) => events.column('clicks'),
  ),
];
