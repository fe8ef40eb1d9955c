import type { Access, Role } from '../src/access/index.ts';
import type { Answer } from './app.ts';

/** Somebody who calls the API of a shop. */
export interface Caller {
  call<T = unknown>(
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<T> & { readonly headers: Headers }>;
  /** One request as it is. */
  send(method: string, path: string, init?: RequestInit): Promise<Response>;
  /** The same caller without one of its headers. */
  without(header: string): Caller;
}

/** What is called: a whole shop, or a server with users alone. */
export interface Called {
  readonly url: string;
  readonly app: { readonly access: Access };
}

/** A password that the rules take. */
export const PASSWORD = 'correct horse battery';

/** Calls with these headers, and nothing else. */
export function callerWith(shop: Pick<Called, 'url'>, own: Readonly<Record<string, string>> = {}): Caller {
  const send: Caller['send'] = (method, path, init = {}) =>
    fetch(`${shop.url}${path}`, {
      ...init,
      method,
      redirect: 'manual',
      headers: { ...own, ...(init.headers as Record<string, string>) },
    });
  return {
    send,
    without: (header) =>
      callerWith(shop, Object.fromEntries(Object.entries(own).filter(([name]) => name !== header))),
    async call<T>(method: string, path: string, body?: object, headers = {}) {
      const response = await send(method, path, {
        headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: (isJson ? JSON.parse(text) : text) as T,
        headers: response.headers,
      };
    },
  };
}

/** The cookie of an answer that signed somebody in. */
export function cookieOf({ headers }: { readonly headers: Headers }): {
  readonly name: string;
  readonly value: string;
} {
  const [pair = ''] = (headers.get('set-cookie') ?? '').split(';', 1);
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1) };
}

/** Calls as a page of the interface does: with the cookie of an answer that signed somebody in. */
export function callerOf(shop: Called, answer: { readonly headers: Headers }): Caller {
  const { name, value } = cookieOf(answer);
  return callerWith(shop, { cookie: `${name}=${value}`, 'x-rapport': 'page' });
}

/** What stands behind the # of a link. */
export function secretOf(path: string): string {
  return path.slice(path.indexOf('#') + 1);
}

/** Makes the owner of a new shop. */
export async function claim(shop: Called, email = 'ada@shop.example'): Promise<Caller> {
  const link = await shop.app.access.ownerLink();
  if (!link) throw new Error('the shop has an owner already');
  const secret = secretOf(link.path);
  const name = email.split('@')[0]!;
  const given = { secret, email, name, password: PASSWORD };
  const answer = await callerWith(shop).call('POST', '/api/links/redeem', given);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return callerOf(shop, answer);
}

/** Invites somebody and uses the invitation. */
export async function join(shop: Called, owner: Caller, role: Role): Promise<Caller> {
  const order = { email: `${role}@shop.example`, name: `The ${role}`, role };
  const invited = await owner.call<{ link: { path: string } }>('POST', '/api/users', order);
  const secret = secretOf(invited.body.link.path);
  const answer = await callerWith(shop).call('POST', '/api/links/redeem', { secret, password: PASSWORD });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return callerOf(shop, answer);
}
