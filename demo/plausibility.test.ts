import { beforeAll, describe, expect, it } from 'vitest';
import { measure, type Plausibility } from './plausibility.ts';
import { openRetailer } from './retailer.ts';

const NOW = Date.UTC(2026, 2, 31, 10);

describe('the demo survives an analyst', () => {
  let figures: Plausibility;

  beforeAll(() => {
    const retailer = openRetailer({ now: NOW, people: 6_000 }, false);
    figures = measure(retailer.items, retailer.world);
    console.log(figures);
  });

  it('converts two to three of a hundred sessions, and seven of ten carts are left', () => {
    expect(figures.conversionShare).toBeGreaterThan(0.02);
    expect(figures.conversionShare).toBeLessThan(0.03);
    expect(figures.cartAbandonmentShare).toBeGreaterThan(0.66);
    expect(figures.cartAbandonmentShare).toBeLessThan(0.74);
  });

  it('fills baskets as shops of its kind do', () => {
    expect(figures.linesPerOrder).toBeGreaterThan(1.5);
    expect(figures.linesPerOrder).toBeLessThan(2.5);
    expect(figures.unitsPerOrder).toBeGreaterThan(figures.linesPerOrder);
    expect(figures.meanOrderEuro).toBeGreaterThan(60);
    expect(figures.meanOrderEuro).toBeLessThan(140);
    expect(figures.eventsPerSession).toBeGreaterThan(4);
    expect(figures.eventsPerSession).toBeLessThan(12);
  });

  it('has a long tail of products', () => {
    expect(figures.productGini).toBeGreaterThan(0.45);
    expect(figures.productGini).toBeLessThan(0.8);
    expect(figures.topDecileShare).toBeGreaterThan(0.3);
    expect(figures.topDecileShare).toBeLessThan(0.7);
  });

  it('keeps the rhythm of the week: Sundays on the sofa, Saturdays in town', () => {
    const [, , , , webFriday, , webSunday] = figures.webWeek;
    const [storeMonday, , , , , storeSaturday, storeSunday] = figures.storeWeek;
    expect(webSunday! / webFriday!).toBeGreaterThan(1.08);
    expect(storeSaturday! / storeMonday!).toBeGreaterThan(1.7);
    expect(storeSunday!).toBeLessThan(storeMonday!);
  });

  it('loses people fast at first and then hardly any more', () => {
    const [first, second, third] = figures.retention as [number, number, number];
    const late = figures.retention.slice(-4);
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    const mean = late.reduce((sum, value) => sum + value, 0) / late.length;
    expect(first / mean).toBeGreaterThan(1.6);
    expect(Math.max(...late) - Math.min(...late)).toBeLessThan(first - third);
    expect(mean).toBeGreaterThan(0.02);
  });

  it('shows every planted incident in its window', () => {
    expect(figures.mobileCheckoutShare.during).toBeLessThan(figures.mobileCheckoutShare.otherwise / 3);
    expect(figures.paymentShare.during).toBe(0);
    expect(figures.paymentShare.otherwise).toBeGreaterThan(0.6);
    expect(figures.sessionsPerDay.viral).toBeGreaterThan(1.7 * figures.sessionsPerDay.otherwise);
    expect(figures.bestSellerAddsPerDay.stockOut).toBe(0);
    expect(figures.bestSellerAddsPerDay.otherwise).toBeGreaterThan(0.2);
  });

  it('has late and repeated messages, but few', () => {
    expect(figures.lateCount / figures.eventCount).toBeGreaterThan(0.0005);
    expect(figures.lateCount / figures.eventCount).toBeLessThan(0.02);
    expect(figures.repeatedCount / figures.eventCount).toBeGreaterThan(0.001);
    expect(figures.repeatedCount / figures.eventCount).toBeLessThan(0.02);
  });
});
