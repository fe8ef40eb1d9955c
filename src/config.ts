import { pairOf } from './access/index.ts';
import { refusal } from './core/index.ts';
import { CLIENT_IP_POLICIES } from './ingest/index.ts';
import type { LogLevel } from './server/index.ts';
import {
  duration,
  engine,
  issuer,
  list,
  oneOf,
  pairs,
  type Setting,
  secret,
  size,
  text,
  url,
  whole,
} from './setting.ts';

type Given = Readonly<Record<string, string | undefined>>;

const DAY_MS = 86_400_000;

const LOG_LEVELS = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const satisfies readonly LogLevel[];

/** Every setting of the program. docs/configuration.md lists the same; a test compares them. */
export const SETTINGS = {
  host: text(
    'RAPPORT_HOST',
    '127.0.0.1',
    'Address to listen on. On anything but loopback the API needs a session or a token from the start.',
  ),
  port: whole('RAPPORT_PORT', 8080, 0, 65_535, 'Port to listen on; 0 takes a free one.'),
  data: text('RAPPORT_DATA', './data', 'Folder of the embedded engines.'),
  backups: text(
    'RAPPORT_BACKUPS',
    '',
    'Folder of the backups that are made while the server runs; `backups` in the data folder without it.',
  ),
  state: engine(
    'RAPPORT_STATE',
    ['postgres:', 'postgresql:'],
    'Where people and definitions are kept: `embedded`, or the URL of a PostgreSQL database (`postgres://…`).',
  ),
  warehouse: engine(
    'RAPPORT_WAREHOUSE',
    ['http:', 'https:'],
    'Where history is kept for analysis: `embedded`, or the URL of a ClickHouse server (`http://…`).',
  ),
  token: secret(
    'RAPPORT_TOKEN',
    'A bearer token that may do everything, for those who run the server. `rapport import` sends it.',
  ),
  publicUrl: url(
    'RAPPORT_PUBLIC_URL',
    'Where browsers reach Rapport, when that is not what their requests say, such as `https://rapport.shop.example`.',
  ),
  oidcIssuer: issuer(
    'RAPPORT_OIDC_ISSUER',
    'Issuer of an OpenID Connect provider where people may sign in, such as `https://login.shop.example/realms/shop`.',
  ),
  oidcClientId: text('RAPPORT_OIDC_CLIENT_ID', 'rapport', 'Our name at the provider.'),
  oidcClientSecret: secret('RAPPORT_OIDC_CLIENT_SECRET', 'Our secret at the provider, where it gives one.'),
  oidcTitle: text('RAPPORT_OIDC_TITLE', 'Single sign-on', 'What the button says that leads to the provider.'),
  oidcRoleClaim: text(
    'RAPPORT_OIDC_ROLE_CLAIM',
    'roles',
    'The claim that says what somebody may do; dots lead into objects.',
  ),
  oidcRoles: pairs(
    'RAPPORT_OIDC_ROLES',
    pairOf,
    'Values of that claim and their roles, such as `crm-admins=admin,shop=agent`; the first that fits counts. Others need an invitation.',
  ),
  logLevel: oneOf(
    'RAPPORT_LOG_LEVEL',
    LOG_LEVELS,
    'info',
    'Least level of the log lines on standard output.',
  ),
  clientIp: oneOf(
    'RAPPORT_CLIENT_IP',
    CLIENT_IP_POLICIES,
    'truncated',
    'How much of the address of browsers and apps is kept with their events, as `context.ip`: the network (/24, /48), all, or none.',
  ),
  trustedProxies: list(
    'RAPPORT_TRUSTED_PROXIES',
    'Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed, with commas between.',
  ),
  bodyBytesMax: size(
    'RAPPORT_BODY_BYTES_MAX',
    '4MB',
    1024,
    'Largest body of a request; uploads of history have no such limit.',
  ),
  connectionsMax: whole('RAPPORT_CONNECTIONS_MAX', 10_000, 1, 1_000_000, 'Most open connections of clients.'),
  waitingBytesMax: size(
    'RAPPORT_WAITING_BYTES_MAX',
    '64MB',
    1024 ** 2,
    'Most bytes that wait for the log; beyond it collection answers 429.',
  ),
  retentionMs: duration(
    'RAPPORT_LOG_RETENTION',
    '30d',
    DAY_MS,
    'How long the log keeps records. History in the warehouse stays.',
  ),
  retentionBytes: size(
    'RAPPORT_LOG_BYTES_MAX',
    '50GB',
    1024 ** 2,
    'Largest size of the log; beyond it the oldest records leave early.',
  ),
  auditRetentionMs: duration(
    'RAPPORT_AUDIT_RETENTION',
    '400d',
    DAY_MS,
    'How long the audit is kept: who changed what and looked at whom.',
  ),
  peopleCachedMax: whole(
    'RAPPORT_PEOPLE_CACHED_MAX',
    100_000,
    1_000,
    100_000_000,
    'Most people that are kept in memory.',
  ),
  stopMs: duration('RAPPORT_STOP_TIME', '10s', 0, 'How long a stop waits for running requests.'),
} as const;

/** The configuration of the program, read once at its start. Times are in ms, sizes in bytes. */
export type Config = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};

/** Settings that are also flags of `rapport start`. Secrets are not: others can read the arguments of a process. */
const FLAGGED = [SETTINGS.host, SETTINGS.port, SETTINGS.data, SETTINGS.logLevel];

/** `--host`, `--port`, `--data` and `--log-level`, in the form that `parseArgs` of node:util takes. */
export const CONFIG_FLAGS: Readonly<Record<string, { readonly type: 'string' }>> = Object.fromEntries(
  FLAGGED.map((setting) => [flagOf(setting), { type: 'string' }]),
);

/** Variables that belong to the launcher, `rapport import`, the tests and the continuous integration, and are not settings. */
const OTHER_VARIABLES = /^RAPPORT_(ROOT|SERVER|(CI|TEST|BENCH|TORTURE)(_|$))/;

/**
 * Reads the configuration from environment variables and the flags of CONFIG_FLAGS, which go first. An empty variable
 * counts as unset.
 * Throws `config.invalid` for a value that makes no sense, and for a `RAPPORT_` variable that is not known: a misspelt
 * limit that is silently ignored is found out on a bad day.
 */
export function readConfig(env: Given, flags: Given = {}): Config {
  const known = new Set(Object.values(SETTINGS).map((setting) => setting.variable));
  for (const variable of Object.keys(env)) {
    if (variable.startsWith('RAPPORT_') && !known.has(variable) && !OTHER_VARIABLES.test(variable)) {
      throw invalid(variable, `is not a setting; docs/configuration.md lists them${hint(variable, known)}`);
    }
  }
  const entries = Object.entries(SETTINGS).map(([key, setting]) => {
    const flag = flagOf(setting);
    const given = flag in flags ? flags[flag] : undefined;
    return [
      key,
      given === undefined
        ? settle(setting, setting.variable, env[setting.variable])
        : settle(setting, `--${flag}`, given),
    ];
  });
  return Object.fromEntries(entries) as Config;
}

function flagOf({ variable }: { readonly variable: string }): string {
  return variable.replace('RAPPORT_', '').toLowerCase().replaceAll('_', '-');
}

function settle(setting: Setting<unknown>, name: string, given: string | undefined): unknown {
  if (given === undefined || given.trim() === '') return setting.default;
  try {
    return setting.parse(given.trim());
  } catch (error) {
    throw invalid(name, error instanceof Error ? error.message : 'is not valid', error);
  }
}

function invalid(name: string, fault: string, cause?: unknown): Error {
  return refusal('config.invalid', 500, `${name} ${fault}.`, { detail: { name }, cause });
}

function hint(variable: string, known: ReadonlySet<string>): string {
  const letters = (name: string): string => [...name.replaceAll('_', '')].sort().join('');
  const near = [...known].find(
    (each) => each.startsWith(variable) || variable.startsWith(each) || letters(each) === letters(variable),
  );
  return near ? ` (did you mean ${near}?)` : '';
}
