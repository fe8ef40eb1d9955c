import type { FastifyInstance } from 'fastify';
import { traitValues } from './audience/index.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import type { State } from './engine/state/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import { decodeNode } from './identity/index.ts';
import type { Partition } from './pipeline/index.ts';
import type { Purposes } from './privacy/index.ts';
import { actRoutes, profileRoutes, searchRoutes } from './profile/index.ts';

/** What the routes of people are made from. */
interface PeopleParts {
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly purposes: () => Purposes;
}

/** The source of what agents record. It has no write key: nobody outside can send as it. */
const DESK = { kind: 'collected', protocol: 'native', source: 'desk', channel: 'call' } as const;
/** Greater than every character, so that a range ends behind all that begin with a text. */
const LAST = '\u{10ffff}';

/** The routes about people, over what the fold knows: read, search, merge and un-merge, how many do what. */
export function addPeopleRoutes(
  server: FastifyInstance,
  { state, warehouse, partition, purposes }: PeopleParts,
  clock: Clock,
  append: (bytes: Uint8Array) => Promise<number>,
): void {
  const shared = {
    settings: () => partition.settings,
    rules: () => partition.rules,
    readPerson: (id: number) => partition.workingSet.readPerson(id),
    readNode: (key: string) => partition.workingSet.readNode(key),
    warehouse,
  };
  searchRoutes(server, {
    ...shared,
    readNodes: async (prefix, limit) => {
      const entries = await state.range('identities', { from: prefix, to: prefix + LAST, limit });
      return entries.map(([key, text]) => [key, decodeNode(text)] as const);
    },
  });
  actRoutes(server, {
    ...shared,
    purposes,
    send: async ({ name, identity, properties }, by) => {
      const events = [{ name, identities: [identity], properties, context: { by } }];
      const header = { ...DESK, received: clock.now() };
      const position = await append(encodeRecord(header, Buffer.from(JSON.stringify({ events }))));
      await partition.folded(position);
    },
  });
  profileRoutes(server, {
    ...shared,
    traits: (person) =>
      traitValues(person, partition.book, partition.qualifier, Math.max(partition.at, clock.now())),
    order: async (kind, body, by) => {
      const header = { kind, by, received: clock.now() };
      const position = await append(encodeRecord(header, Buffer.from(JSON.stringify(body))));
      return (await partition.folded(position))?.people ?? [];
    },
  });
}
