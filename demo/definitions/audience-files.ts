import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Condition } from '../../src/core/condition/index.ts';

/** An audience of the demo as its file has it. */
export interface AudienceFile {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly condition: Condition;
}

const FOLDER = fileURLToPath(new URL('./audience/', import.meta.url));

/** A file as `rapport definitions import` takes it. */
interface Entry {
  readonly key: string;
  readonly document: Omit<AudienceFile, 'id'>;
}

/** The audiences of `demo/definitions/audience`, by id in the order of the alphabet. */
export function readAudienceFiles(): AudienceFile[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const { key, document } = JSON.parse(readFileSync(FOLDER + name, 'utf8')) as Entry;
      return { id: key.slice('audience/'.length), ...document };
    });
}
