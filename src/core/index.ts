export type { Clock } from './clock.ts';
export * from './event.ts';
export { hash53 } from './id.ts';
export { isObject, type Json, type JsonObject } from './json.ts';
export { fromMoney, MONEY_SCALE, type Money, toMoney } from './money.ts';
export { Refusal, type RefusalOptions, refusal } from './refusal.ts';
