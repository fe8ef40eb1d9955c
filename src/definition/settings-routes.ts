import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { refusal, type Settings, SettingsSchema, type TypeBoxTypes } from '../core/index.ts';
import type { Define } from './publish.ts';

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
    { schema: { operationId: 'readSettings', summary: 'The settings of the workspace', tags, response } },
    () => deps.settings(),
  );
  routes.put(
    '/api/settings',
    {
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
      await deps.define('settings', request.body, 'api');
      return deps.settings();
    },
  );
  routes.get(
    '/api/settings/schema',
    {
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
  const names = settings.namespaces.map((namespace) => namespace.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw refusal('settings.namespace-twice', 400, `Namespace ${twice} is listed twice; remove one.`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: settings.timeZone });
  } catch (cause) {
    throw refusal(
      'settings.time-zone-unknown',
      400,
      `There is no time zone ${settings.timeZone}; use an IANA name such as Europe/Berlin.`,
      { cause },
    );
  }
}
