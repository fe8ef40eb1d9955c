import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file to serve, plain and packed. */
export interface ClientFile {
  readonly plain: Buffer;
  readonly gzip: Buffer | undefined;
  readonly etag: string;
}

/** The files of the browser client, read once. */
export interface ClientFiles {
  /** The client with the write key in it. */
  withKey(writeKey: string): Promise<ClientFile>;
  /** A chunk that the client loads when it needs it; undefined when there is none of this name. */
  bundle(name: string): ClientFile | undefined;
}

const PLACEHOLDER = '__WRITE_KEY__';
/** Packed clients at hand, one a write key; packing takes 4 ms. */
const CLIENTS_KEPT_MAX = 100;
const gzipAsync = promisify(gzip);

/** Reads `@segment/analytics-next` (MIT) as it was installed; undefined when it is not. */
export async function loadClientFiles(): Promise<ClientFiles | undefined> {
  const folder = folderOf('@segment/analytics-next');
  if (folder === undefined) return undefined;
  const files = new Map<string, ClientFile>();
  for (const name of await readdir(folder)) {
    if (name.endsWith('.js')) files.set(name, await readClientFile(folder, name));
  }
  const standalone = files.get('standalone.js');
  if (!standalone) return undefined;
  const pieces = standalone.plain.toString('utf8').split(PLACEHOLDER);
  const clients = new Map<string, ClientFile>();
  return {
    async withKey(writeKey) {
      const known = clients.get(writeKey);
      if (known) return known;
      // The key is inside a JavaScript string: written as JSON, without its quotation marks, and "<" escaped.
      const inside = JSON.stringify(writeKey).slice(1, -1).replaceAll('<', '\\u003c');
      const plain = Buffer.from(pieces.join(inside));
      const file = clientFile(plain, await gzipAsync(plain));
      if (clients.size >= CLIENTS_KEPT_MAX) clients.clear();
      clients.set(writeKey, file);
      return file;
    },
    bundle: (name) => files.get(name),
  };
}

function folderOf(name: string): string | undefined {
  try {
    // The package does not export its package.json, so its entry point shows the way: dist/cjs/index.js.
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = join(dirname(entry), '..', 'umd');
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined; // Not installed: the routes say so, and collection works without.
  }
}

async function readClientFile(folder: string, name: string): Promise<ClientFile> {
  const packed = join(folder, `${name}.gz`);
  return clientFile(
    await readFile(join(folder, name)),
    existsSync(packed) ? await readFile(packed) : undefined,
  );
}

function clientFile(plain: Buffer, gzip: Buffer | undefined): ClientFile {
  return { plain, gzip, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
}
