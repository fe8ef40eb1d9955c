import { share } from './figures.ts';
import { DAY_MS, isWithin, midnight } from './time.ts';
import type { World } from './world/world.ts';

/** One session as an analyst sees it. */
export interface Session {
  from: number;
  last: number;
  events: number;
  device: 'phone' | 'other';
  added: boolean;
  checkout: boolean;
  payment: boolean;
  ordered: boolean;
}

/** The figures in which the planted incidents must show. */
export interface IncidentFigures {
  readonly mobileCheckoutShare: { readonly during: number; readonly otherwise: number };
  readonly paymentShare: { readonly during: number; readonly otherwise: number };
  readonly sessionsPerDay: { readonly viral: number; readonly otherwise: number };
}

/** Compares the sessions of each incident's window with the others. */
export function incidentFigures(sessions: readonly Session[], world: World): IncidentFigures {
  const span = (id: string) =>
    world.incidents.find((incident) => incident.id === id) ?? { from: 0, until: 0 };
  const split = (id: string, of: (session: Session) => boolean) => {
    const during = sessions.filter((session) => of(session) && isWithin(span(id), session.from));
    const otherwise = sessions.filter((session) => of(session) && !isWithin(span(id), session.from));
    const hasOrdered = ({ ordered }: Session): boolean => ordered;
    return { during: share(during, hasOrdered), otherwise: share(otherwise, hasOrdered) };
  };
  const viral = span('viral-post');
  const count = sessions.filter(({ from }) => isWithin(viral, from)).length;
  const days = (world.now - world.start) / DAY_MS;
  const viralDays = (viral.until - viral.from) / DAY_MS;
  return {
    mobileCheckoutShare: split(
      'mobile-checkout-bug',
      ({ checkout, device }) => checkout && device === 'phone',
    ),
    paymentShare: split('payment-outage', ({ payment }) => payment),
    sessionsPerDay: {
      viral: viralDays > 0 ? count / viralDays : 0,
      otherwise: (sessions.length - count) / (days - viralDays),
    },
  };
}

/** Counts inside and outside a window, for a day of each. */
export function perDay(
  counts: { readonly during: number; readonly otherwise: number },
  span: { readonly from: number; readonly until: number } | undefined,
  world: World,
): { stockOut: number; otherwise: number } {
  const out = span ? (span.until - span.from) / DAY_MS : 0;
  const days = (midnight(world.now) - world.start) / DAY_MS - out;
  return { stockOut: out > 0 ? counts.during / out : 0, otherwise: counts.otherwise / days };
}
