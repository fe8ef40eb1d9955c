import { setTimeout as sleep } from 'node:timers/promises';

/** A running server as the demo reaches it: over its public API. */
export interface Remote {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** What the demo shows that it may administer; a server that nobody has claimed asks for nothing. */
  readonly token: string | undefined;
  /**
   * Calls a route and gives its JSON. Waits and tries again when the server asks for patience; rejects with a
   * `RemoteRefusal` when it says no, and when it does not answer.
   */
  call<T>(method: string, path: string, how?: CallOptions): Promise<T>;
  /** The text of a route, for what is not JSON. */
  read(path: string): Promise<string>;
}

/** What goes with a call. */
export interface CallOptions {
  /** JSON as bytes, or what becomes it. */
  readonly body?: Uint8Array | object;
  /** A write key. */
  readonly key?: string;
}

/** The server's no, in its own words. */
class RemoteRefusal extends Error {
  override readonly name = 'RemoteRefusal';
  readonly status: number;
  readonly code: string;

  constructor(path: string, status: number, code: string, detail: string) {
    super(`${path}: ${status} ${code} ${detail}`);
    this.status = status;
    this.code = code;
  }
}

/** A loading demo is faster than the fold, so it is asked to wait now and then; a server that asks for minutes is stuck. */
const TRIES_MAX = 240;
const RETRY_MS = 250;
const CALL_MS_MAX = 60_000;
/** A call may find its connection closed, or wait in vain: a machine that has slept leaves such behind. */
const UNANSWERED_TRIES_MAX = 5;

/** Makes the way to a server; without a token, to one that nobody has claimed. */
export function openRemote(url: string, token?: string): Remote {
  const send = (method: string, path: string, { body, key }: CallOptions = {}): Promise<Response> =>
    fetch(new URL(path, url), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...authorization(key, token),
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_MS_MAX),
    });
  /** What was taken in though nobody heard of it counts once when it comes again. */
  const ask = async (method: string, path: string, how?: CallOptions): Promise<Response> => {
    for (let tries = 1; ; tries++) {
      try {
        return await send(method, path, how);
      } catch (cause) {
        if (tries === UNANSWERED_TRIES_MAX) throw new Error(`${url} does not answer.`, { cause });
        await sleep(RETRY_MS);
      }
    }
  };
  return {
    url,
    token,
    async call<T>(method: string, path: string, how: CallOptions = {}): Promise<T> {
      for (let tries = 1; ; tries++) {
        const response = await ask(method, path, how);
        if (response.ok) return (await response.json()) as T;
        const isPatience = response.status === 429 || response.status === 503;
        if (!isPatience || tries === TRIES_MAX) throw await refusalOf(path, response);
        await response.body?.cancel();
        await sleep(Number(response.headers.get('retry-after') ?? 0) * 1_000 || RETRY_MS);
      }
    },
    async read(path) {
      const response = await ask('GET', path);
      if (!response.ok) throw await refusalOf(path, response);
      return response.text();
    },
  };
}

/** Events go with the key of their source, everything else with the token. */
function authorization(key: string | undefined, token: string | undefined): Record<string, string> {
  if (key !== undefined) return { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

async function refusalOf(path: string, response: Response): Promise<RemoteRefusal> {
  const text = await response.text();
  try {
    const { code = '', detail = '' } = JSON.parse(text) as { code?: string; detail?: string };
    return new RemoteRefusal(path, response.status, code, detail);
  } catch {
    // Not a problem document: something else than Rapport answers there.
    return new RemoteRefusal(path, response.status, '', text.slice(0, 200));
  }
}
