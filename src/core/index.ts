export type { Clock } from './clock.ts';
export * from './event.ts';
export {
  callerOf,
  mustMay,
  mustNotAskFor,
  notAllowed,
  noteChange,
  noteSeen,
  PERMISSIONS,
  type Permission,
  type Principal,
  type RoutePermission,
  type RouteRule,
  type TypeBoxTypes,
} from './http.ts';
export { hash53 } from './id.ts';
export { isObject, type Json, type JsonObject, overlay, own, pointerPart } from './json.ts';
export {
  createMask,
  type FieldMask,
  fieldsNamedIn,
  HIDDEN,
  type Hidden,
  hiddenFieldIn,
  mustBeVisible,
} from './mask.ts';
export { fromMoney, MONEY_SCALE, type Money, toMoney } from './money.ts';
export {
  type DefinitionChange,
  decodeRecord,
  encodeRecord,
  type Protocol,
  type Record as LogEntry,
  type RecordHeader,
} from './record.ts';
export { Refusal, type RefusalOptions, refusal } from './refusal.ts';
export {
  DEFAULT_SETTINGS,
  type JoinPolicy,
  JoinPolicySchema,
  type Namespace,
  NamespaceSchema,
  type Settings,
  SettingsSchema,
} from './settings.ts';
export { NUMBER_PROPERTIES, TEXT_PROPERTIES } from './typed-properties.ts';
