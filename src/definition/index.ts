/** Definitions: what people set up (settings, sources …), kept as records of the log. */
export { type Definitions, loadDefinitions } from './definitions.ts';
export { createPublisher, type Define, type Publisher } from './publish.ts';
export { type SettingsDeps, settingsRoutes } from './settings-routes.ts';
