import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small OpenID Connect provider that lets everybody in as whom the test says: code flow, PKCE, RS256. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What the next ID token says beside the obligatory claims; undefined refuses the sign-in. */
  claims: Readonly<Record<string, unknown>> | undefined;
  /** What is told by UserInfo instead of the ID token, as a provider does that keeps to Core 5.4. */
  told: Readonly<Record<string, unknown>>;
  /** Spoils the next ID tokens. */
  spoil: 'nothing' | 'signature' | 'nonce' | 'audience';
  close(): Promise<void>;
}

export const CLIENT = { id: 'rapport-test', secret: 'a-secret-of-the-client+1' };
const KEY_ID = 'k1';
const LIFE_SECONDS = 300;

interface Code {
  readonly challenge: string;
  readonly callback: string;
  readonly nonce: string;
}

/** Starts a provider on a free port of this machine. */
export async function openIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: strange } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Code>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 500, { error: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: IdentityProvider = {
    issuer,
    claims: {},
    told: {},
    spoil: 'nothing',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration') return send(response, 200, metadata(issuer));
    if (url.pathname === '/keys') {
      const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' };
      return send(response, 200, { keys: [key] });
    }
    if (url.pathname === '/me')
      return send(response, 200, { sub: provider.claims?.['sub'], ...provider.told });
    if (url.pathname === '/authorize') return authorize(url.searchParams, response);
    return redeem(request, response);
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const callback = new URL(asked.get('redirect_uri')!);
    callback.searchParams.set('state', asked.get('state')!);
    if (provider.claims === undefined) callback.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      const isSound = asked.get('client_id') === CLIENT.id && asked.get('code_challenge_method') === 'S256';
      if (!isSound) throw new Error('the request of the client is not sound');
      codes.set(code, {
        challenge: asked.get('code_challenge')!,
        callback: asked.get('redirect_uri')!,
        nonce: asked.get('nonce')!,
      });
      callback.searchParams.set('code', code);
    }
    response.writeHead(302, { location: callback.href }).end();
  }

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    // Both parts are form-encoded before they are put together (RFC 6749 section 2.3.1).
    const basic = Buffer.from(
      (request.headers.authorization ?? '').slice('Basic '.length),
      'base64',
    ).toString();
    const [id, secret] = basic.split(':').map((each) => decodeURIComponent(each.replaceAll('+', ' ')));
    if (id !== CLIENT.id || secret !== CLIENT.secret) return send(response, 401, { error: 'invalid_client' });
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.challenge !== challenge || code.callback !== form.get('redirect_uri'))
      return send(response, 400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer,
      aud: provider.spoil === 'audience' ? 'another' : CLIENT.id,
      iat: now,
      exp: now + LIFE_SECONDS,
      nonce: provider.spoil === 'nonce' ? 'another' : code.nonce,
      ...provider.claims,
    };
    const idToken = signed(claims, provider.spoil === 'signature' ? strange : privateKey);
    send(response, 200, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: LIFE_SECONDS,
      id_token: idToken,
    });
  }
  return provider;
}

function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function signed(claims: object, key: KeyObject): string {
  const parts = [{ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }, claims];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
