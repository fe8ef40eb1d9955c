import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../core/index.ts';
import { type OpenFile, openFile } from './read/file.ts';

/** Uploaded files on their way to the log, one file a job, in a folder of their own. */
export interface Spool {
  /** Bytes that have arrived and are durable. */
  size(id: string): Promise<number>;
  /**
   * Writes content behind what is there and resolves with the new size once it is durable. When the content breaks off, what
   * came is kept. Refusals: `import.offset` (409, detail.receivedBytes) when it does not continue what is there,
   * `import.too-much` (413) when it is more than announced, `import.no-room` (503).
   */
  write(id: string, offset: number, sizeBytes: number, content: AsyncIterable<Uint8Array>): Promise<number>;
  open(id: string, name: string): Promise<OpenFile>;
  remove(id: string): Promise<void>;
}

/** Opens a spool in a folder, which is made when it is not there. */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true });
  const pathOf = (id: string) => join(folder, `${id}.upload`);
  const size = async (id: string) => (await stat(pathOf(id)).catch(absent))?.size ?? 0;
  return {
    size,
    async write(id, offset, sizeBytes, content) {
      const received = await size(id);
      if (offset !== received) {
        const message = `The upload goes on at byte ${received}, not at ${offset}.`;
        throw refusal('import.offset', 409, message, { detail: { receivedBytes: received } });
      }
      const handle = await open(pathOf(id), 'a');
      let at = received;
      try {
        for await (const chunk of content) {
          if (at + chunk.length > sizeBytes) {
            throw refusal(
              'import.too-much',
              413,
              `The upload is longer than the ${sizeBytes} bytes that were announced.`,
            );
          }
          await handle.appendFile(chunk);
          at += chunk.length;
        }
      } catch (error) {
        throw isFull(error) ? noRoom(error) : error;
      } finally {
        await handle.sync();
        await handle.close();
        if (received === 0) await syncFolder(folder);
      }
      return at;
    },
    open: (id, name) => openFile(pathOf(id), name),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

/** A new file survives power loss only when its folder does. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

function isFull(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function noRoom(cause: Error) {
  return refusal('import.no-room', 503, 'The disk has no room for the upload. Make room and send the rest.', {
    retryAfterSeconds: 60,
    cause,
  });
}
