import { join } from 'node:path';
import type { Message } from '../wire/message.ts';
import { SOURCES, type SourceId } from '../wire/sources.ts';
import { TextFile } from './text-file.ts';

/** Messages of one request; 100 of them stay below the 500 KB that a collector takes. */
const BODY_MESSAGES = 100;

/** Request bodies, one a line, in a file a source: `web.jsonl` for /v1/batch, `stores.jsonl` for /api/events … */
export interface BodyFiles {
  take(source: SourceId, message: Message): void;
  close(): Record<string, number>;
}

/** Opens a file for each source in a folder. */
export function openBodyFiles(folder: string): BodyFiles {
  const files = new Map(
    SOURCES.map(({ id, protocol }) => [
      id,
      {
        file: new TextFile(join(folder, `${id}.jsonl`)),
        key: protocol === 'segment' ? 'batch' : 'events',
        waiting: [] as string[],
        count: 0,
      },
    ]),
  );
  const flush = ({ file, key, waiting }: { file: TextFile; key: string; waiting: string[] }): void => {
    if (waiting.length > 0) file.line(`{"${key}":[${waiting.splice(0).join(',')}]}`);
  };
  return {
    take(source, message) {
      const one = files.get(source)!;
      one.waiting.push(JSON.stringify(message));
      one.count++;
      if (one.waiting.length >= BODY_MESSAGES) flush(one);
    },
    close() {
      for (const one of files.values()) {
        flush(one);
        one.file.close();
      }
      return Object.fromEntries([...files].map(([id, { count }]) => [`${id}.jsonl`, count]));
    },
  };
}
