import { createHash } from 'node:crypto';
import type { Job, JobOrder } from './job.ts';
import type { OpenFile } from './read/file.ts';

/** How to reach a running server. */
export interface Remote {
  /** `http://127.0.0.1:8080` */
  readonly server: string;
  readonly token?: string;
  readonly fetch: typeof fetch;
  wait(ms: number): Promise<void>;
}

/** The server's no to a call, in its own words. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const words = body['detail'] ?? body['message'] ?? body['title'];
    super(typeof words === 'string' ? words : `The server answered ${status}.`);
    this.status = status;
    this.body = body;
  }
}

/** Pieces are small enough to be sent again without regret. */
const PIECE_BYTES = 8_388_608;
const FINGERPRINT_BYTES = 1_048_576;
const RETRIES_MAX = 8;
const RETRY_MS = 500;

/** Orders an import and sends the file, from where an interrupted upload of the same file stopped. */
export async function upload(
  remote: Remote,
  file: OpenFile,
  order: Omit<JobOrder, 'file' | 'sizeBytes' | 'fingerprint'>,
  onSent: (bytes: number) => void,
): Promise<Job> {
  const about = { ...order, file: file.name, sizeBytes: file.size, fingerprint: await fingerprintOf(file) };
  let job = await persistently(remote, () => call(remote, 'POST', '/api/imports', about));
  while (job.status.state === 'uploading') {
    const offset = job.status.receivedBytes;
    onSent(offset);
    const piece = await file.read(offset, PIECE_BYTES);
    job = await persistently(remote, async (attempt) => {
      // After a failure only the server knows how much of the piece arrived.
      const now = attempt === 0 ? job : await call(remote, 'GET', `/api/imports/${job.id}`);
      if (now.status.state !== 'uploading' || now.status.receivedBytes !== offset) return now;
      return call(remote, 'PUT', `/api/imports/${job.id}/content`, piece, {
        'upload-offset': String(offset),
      });
    });
  }
  onSent(file.size);
  return job;
}

/** Asks how far an import is. */
export function follow(remote: Remote, id: string): Promise<Job> {
  return persistently(remote, () => call(remote, 'GET', `/api/imports/${id}`));
}

async function call(
  remote: Remote,
  method: string,
  path: string,
  body?: Buffer | object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Job> {
  const isBytes = Buffer.isBuffer(body);
  const response = await remote.fetch(new URL(path, remote.server), {
    method,
    headers: {
      ...(body === undefined
        ? {}
        : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      ...(remote.token === undefined ? {} : { authorization: `Bearer ${remote.token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Job & Record<string, unknown>;
  if (!response.ok) throw new ServerRefusal(response.status, answer);
  return answer;
}

/** Tries again while the server is away or asks for patience. */
async function persistently(remote: Remote, attempt: (count: number) => Promise<Job>): Promise<Job> {
  for (let count = 0; ; count++) {
    try {
      return await attempt(count);
    } catch (error) {
      const isFinal =
        error instanceof ServerRefusal && error.status !== 429 && error.status < 500 && !isOffset(error);
      if (isFinal || count >= RETRIES_MAX) throw error;
      await remote.wait(RETRY_MS * 2 ** Math.min(count, 5));
    }
  }
}

function isOffset(error: ServerRefusal): boolean {
  return error.status === 409 && error.body['code'] === 'import.offset';
}

async function fingerprintOf(file: OpenFile): Promise<string> {
  const head = await file.read(0, FINGERPRINT_BYTES);
  const tail = await file.read(Math.max(0, file.size - FINGERPRINT_BYTES), FINGERPRINT_BYTES);
  return createHash('sha256').update(head).update(tail).digest('base64url');
}
