import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { callerOf, refusal, type Settings, SettingsSchema, type TypeBoxTypes } from '../core/index.ts';
import type { Define } from './publish.ts';
import { settingsFindings } from './settings-kind.ts';

/** What the routes of settings work with: the settings as they are now, and how to change them. */
export interface SettingsDeps {
  settings(): Settings;
  readonly define: Define;
}

const tags = ['settings'];

/** `GET` and `PUT /api/settings`: the rules of the workspace that the fold works by. */
export function settingsRoutes(app: FastifyInstance, deps: SettingsDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const response = { 200: SettingsSchema };
  routes.get(
    '/api/settings',
    {
      config: { permission: 'settings.read' },
      schema: { operationId: 'readSettings', summary: 'The settings of the workspace', tags, response },
    },
    () => deps.settings(),
  );
  routes.put(
    '/api/settings',
    {
      config: { permission: 'settings.write' },
      schema: {
        operationId: 'changeSettings',
        summary: 'Replace the settings; events from now on are folded by them',
        tags,
        body: SettingsSchema,
        response,
      },
    },
    async (request) => {
      check(request.body);
      await deps.define('settings', request.body, callerOf(request));
      return deps.settings();
    },
  );
  routes.get(
    '/api/settings/schema',
    {
      config: { permission: 'settings.read' },
      schema: {
        operationId: 'readSettingsSchema',
        summary: 'The JSON schema of the settings',
        tags,
        response: { 200: Type.Any() },
      },
    },
    () => SettingsSchema,
  );
}

function check(settings: Settings): void {
  const [finding] = settingsFindings(settings);
  if (!finding) return;
  const { pointer, message } = finding;
  if (finding.code === 'settings.namespace-twice')
    throw refusal('settings.namespace-twice', 400, message, { detail: { pointer } });
  throw refusal('settings.time-zone-unknown', 400, message, { detail: { pointer } });
}
