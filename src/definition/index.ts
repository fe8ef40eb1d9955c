/** Definitions: what people set up (settings, sources …), versioned, as records of the log. */
export {
  type Bundle,
  type Entry,
  exportBundle,
  type ImportPlan,
  importBundle,
} from './bundle.ts';
export { type DefinitionsCommandDeps, definitionsCommand } from './cli.ts';
export { type Applied, type ChangeHeader, type Definitions, loadDefinitions } from './definitions.ts';
export { createDesk, type Desk, type DeskDeps, type Order, type Shown } from './desk.ts';
export type { Difference } from './diff.ts';
export { type DefinitionRemote, exportDefinitions, importDefinitions } from './files.ts';
export type { Finding } from './finding.ts';
export type { History } from './history.ts';
export { createKinds, type DefinitionKind, type Kinds, type Others } from './kinds.ts';
export { createKnownAttributes } from './known-attributes.ts';
export type { Preflight } from './preflight.ts';
export {
  type ChangeDefinition,
  createChanger,
  createPublisher,
  type Define,
  type Publisher,
} from './publish.ts';
export {
  attributeFindings,
  conditionKeysIn,
  type Reference,
  type References,
  referencesIn,
} from './references.ts';
export type { DefinitionState, Head, Version } from './revision.ts';
export { type DefinitionDeps, definitionRoutes } from './routes.ts';
export { settingsKind } from './settings-kind.ts';
export { type SettingsDeps, settingsRoutes } from './settings-routes.ts';
