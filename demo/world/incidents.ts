import { DAY_MS, HOUR_MS, isWithin, midnight, type Span } from '../time.ts';

/** What was planted, so that analysts and alarms can find it. */
export type IncidentId = 'mobile-checkout-bug' | 'payment-outage' | 'viral-post' | 'stock-out';

export interface Incident extends Span {
  readonly id: IncidentId;
  readonly title: string;
  /** What it does, as a number: a factor on completed checkouts, on visits of strangers … */
  readonly effect: number;
}

/** Days of a window under which no incidents fit. */
const INCIDENT_DAYS_MIN = 14;

/** The planted incidents of a stretch of time. */
export function incidents({ from: start, until: end }: Span): Incident[] {
  if (end - start < INCIDENT_DAYS_MIN * DAY_MS) return [];
  const day = (share: number): number => midnight(start + share * (end - start));
  return [
    {
      id: 'mobile-checkout-bug',
      title: 'The payment button is hidden on phones in the browser: most mobile checkouts end there',
      from: day(0.42) + 15 * HOUR_MS,
      until: day(0.5) + 11 * HOUR_MS,
      effect: 0.12,
    },
    {
      id: 'payment-outage',
      title: 'The payment provider refuses everything',
      from: day(0.66) + 8 * HOUR_MS,
      until: day(0.66) + 22 * HOUR_MS,
      effect: 0,
    },
    {
      id: 'viral-post',
      title: 'A video shows one yoga mat; crowds of strangers look at it and leave',
      from: day(0.77) + 10 * HOUR_MS,
      until: day(0.81) + 10 * HOUR_MS,
      effect: 3,
    },
    {
      id: 'stock-out',
      title: 'The best-selling running shoe is out of stock online',
      from: day(0.86),
      until: day(0.93),
      effect: 0,
    },
  ];
}

/** The incident with an id, when it runs at this moment. */
export function incidentAt(all: readonly Incident[], id: IncidentId, time: number): Incident | undefined {
  return all.find((incident) => incident.id === id && isWithin(incident, time));
}
