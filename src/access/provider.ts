import * as oidc from 'openid-client';
import { type Clock, isObject, Refusal, refusal } from '../core/index.ts';
import { isLoopback } from './origin.ts';
import { type Role, RoleSchema } from './roles.ts';

/** An identity provider that people may sign in at: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636). */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** The claim that says what somebody may do; dots lead into objects. */
  readonly roleClaim: string;
  /** Which value of the claim stands for which role: `crm-admins=admin`. The first that fits counts. */
  readonly roles: readonly string[];
  /** How the provider is called on the button. */
  readonly title: string;
}

/** Who somebody is, as the provider says. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; undefined unless the provider has verified it. */
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly role: Role | undefined;
}

/** What is kept between going to the provider and coming back. */
interface Journey {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where to go in the interface afterwards. */
  readonly to: string;
  readonly callback: string;
  readonly expiresAt: number;
}

/** Goes to the provider and comes back. */
export interface Provider {
  readonly title: string;
  /** Where to send the browser, and the key of its cookie. Refusal: `access.provider-away` (503). */
  leave(callback: string, to: string): Promise<{ readonly url: string; readonly key: string }>;
  /** Who came back, with the query of the callback. Refusals: `access.provider-refused` (401), `access.provider-away` (503). */
  arrive(key: string, query: string): Promise<{ readonly identity: Identity; readonly to: string }>;
}

const JOURNEY_MS = 10 * 60_000;
const JOURNEYS_MAX = 1_000;
const ANSWER_SECONDS_MAX = 10;
const SCOPE = 'openid email profile';

/** Makes the way to a provider; it is asked for its addresses when somebody signs in for the first time. */
export function createProvider(options: ProviderOptions, clock: Clock, newSecret: () => string): Provider {
  const journeys = new Map<string, Journey>();
  let known: Promise<oidc.Configuration> | undefined;
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw away(error);
    });
    return known;
  };
  return {
    title: options.title,
    async leave(callback, to) {
      const config = await configuration();
      // Two secrets, for a verifier has at least 43 characters (RFC 7636 section 4.1).
      const verifier = newSecret() + newSecret();
      const [key, state, nonce] = [newSecret(), newSecret(), newSecret()];
      journeys.set(key, { verifier, state, nonce, to, callback, expiresAt: clock.now() + JOURNEY_MS });
      if (journeys.size > JOURNEYS_MAX) journeys.delete(journeys.keys().next().value!);
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: SCOPE,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url: url.href, key };
    },
    async arrive(key, query) {
      const journey = journeys.get(key);
      journeys.delete(key);
      if (!journey || journey.expiresAt <= clock.now())
        throw refusal('access.provider-refused', 401, 'Signing in took too long; try again.');
      const config = await configuration();
      const tokens = await oidc
        .authorizationCodeGrant(config, new URL(`${journey.callback}?${query}`), {
          pkceCodeVerifier: journey.verifier,
          expectedState: journey.state,
          expectedNonce: journey.nonce,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw refusedBy(error);
        });
      const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
      const told = await userInfo(config, tokens.access_token, String(claims['sub']));
      return { identity: identityOf({ ...told, ...claims }, options), to: journey.to };
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const isNear = isLoopback(url.hostname);
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
  return oidc.discovery(url, clientId, undefined, authentication, {
    timeout: ANSWER_SECONDS_MAX,
    // Signatures of ID tokens are checked too, though they come straight from the provider (Core 3.1.3.7 leaves it open). A
    // provider on this machine needs no TLS; any other does.
    execute: [oidc.enableNonRepudiationChecks, ...(isNear ? [oidc.allowInsecureRequests] : [])],
  });
}

/**
 * What the provider says beside the ID token. One that keeps to Core 5.4 tells address, name and groups here alone when an
 * access token comes with the ID token; what both say, the signed one says.
 */
async function userInfo(
  config: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc.fetchUserInfo(config, accessToken, subject).catch((error: unknown) => {
    throw refusedBy(error);
  });
}

function identityOf(claims: Readonly<Record<string, unknown>>, options: ProviderOptions): Identity {
  const { iss, sub, email, email_verified: isVerified, name } = claims;
  return {
    issuer: String(iss),
    subject: String(sub),
    email: typeof email === 'string' && isVerified === true ? email.trim().toLowerCase() : undefined,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : undefined,
    role: roleOf(claims, options),
  };
}

/** The role that the claim stands for; undefined when it stands for none. */
export function roleOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, roles }: Pick<ProviderOptions, 'roleClaim' | 'roles'>,
): Role | undefined {
  const claim = roleClaim
    .split('.')
    .reduce<unknown>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      claims,
    );
  const values = new Set([claim].flat().map(String));
  const found = roles.map(pairOf).find(([value]) => values.has(value));
  return found?.[1];
}

/** Reads `value=role`. Throws a sentence when it is none. */
export function pairOf(text: string): [value: string, role: Role] {
  const at = text.lastIndexOf('=');
  const role = RoleSchema.anyOf.map((each) => each.const).find((each) => each === text.slice(at + 1).trim());
  if (at < 1 || role === undefined)
    throw new Error(`must be pairs such as crm-admins=admin; ${text} is none`);
  return [text.slice(0, at).trim(), role];
}

function away(cause: unknown): Refusal {
  return refusal('access.provider-away', 503, 'The identity provider does not answer; try again.', {
    retryAfterSeconds: 10,
    cause,
  });
}

/** The words of a provider stay in the log: they are about its set-up. */
function refusedBy(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isAnswer =
    error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError;
  const isCheck = error instanceof oidc.ClientError;
  if (!isAnswer && !isCheck) return away(error);
  return refusal('access.provider-refused', 401, 'The identity provider did not vouch for you.', {
    cause: error,
  });
}
