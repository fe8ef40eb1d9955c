import { type Access, createMasks, openAccess, type ProviderOptions } from './access/index.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/index.ts';
import type { Definitions } from './definition/index.ts';
import type { State } from './engine/state/index.ts';
import type { HealthCheck } from './server/index.ts';

/** Opens access as the configuration says. */
export function openGuarded(
  deps: {
    readonly config: Config;
    readonly clock: Clock;
    readonly newWriteKey: () => string;
    readonly newId: () => string;
  },
  state: State,
  definitions: Definitions,
  onError: (error: unknown) => void,
): Promise<Access> {
  const { config, clock, newWriteKey, newId } = deps;
  return openAccess({
    state,
    clock,
    newSecret: newWriteKey,
    newId,
    onError,
    host: config.host,
    token: config.token,
    maskOf: createMasks(definitions),
    provider: providerOf(config),
    publicUrl: config.publicUrl,
    auditRetentionMs: config.auditRetentionMs,
    hasProxies: config.trustedProxies.length > 0,
  });
}

/** Says whether entries of the audit can be stored. */
export function auditCheck({ audit }: Access): HealthCheck {
  return {
    name: 'audit',
    check: () => {
      const { waiting, isFailing, lost } = audit.figures;
      if (!isFailing && lost === 0) return { state: 'green', waiting };
      const figures = { waiting, lost };
      return isFailing
        ? { state: 'red', code: 'health.state-unwritable', reason: 'the state cannot be written', ...figures }
        : {
            state: 'yellow',
            code: 'health.entries-lost',
            reason: 'entries were lost while the state was away',
            ...figures,
          };
    },
  };
}

const UNCLAIMED = 'nobody has claimed this Rapport; its start printed a link for the owner';

function providerOf(config: Config): ProviderOptions | undefined {
  if (config.oidcIssuer === undefined) return undefined;
  return {
    issuer: config.oidcIssuer,
    clientId: config.oidcClientId,
    clientSecret: config.oidcClientSecret,
    roleClaim: config.oidcRoleClaim,
    roles: config.oidcRoles,
    title: config.oidcTitle,
  };
}

/** Says whether somebody owns this Rapport, and whether programs of this machine may do everything. */
export function accessCheck(access: Access): HealthCheck {
  return {
    name: 'access',
    check: () => ({
      state: 'green',
      isClaimed: access.isClaimed(),
      isOpen: access.gate.isOpen(),
      ...(access.isClaimed() ? {} : { note: UNCLAIMED }),
    }),
  };
}

/** What the start prints for whoever is to own this Rapport; empty when somebody does. */
export async function ownerLines(access: Access, address: string): Promise<string> {
  const link = await access.ownerLink();
  if (!link) return '';
  const until = new Date(link.expiresAt).toISOString();
  const open = access.gate.isOpen()
    ? '  not claimed yet: until there is an owner, every program of this machine may use the API\n'
    : '  not claimed yet: until there is an owner, the API answers tokens only\n';
  return `${open}  create the owner (works once, until ${until}):\n  ${address}${link.path}\n`;
}
