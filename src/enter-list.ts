import { AUDIENCE_ENTERED } from './core/condition/index.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import { namespaceOf } from './identity/index.ts';
import type { Partition } from './pipeline/index.ts';

/** What people are entered into lists through. */
interface ListParts {
  readonly partition: Partition;
  readonly append: (bytes: Uint8Array) => Promise<number>;
  readonly clock: Clock;
}

/** The source of what analytics says of people. */
const SOURCE = 'analytics';

/** Enters people into an audience that is a list: an event each, by the strongest identity that she has. */
export function createEnterList({ partition, append, clock }: ListParts) {
  return async (audience: string, people: readonly number[]): Promise<void> => {
    const events: object[] = [];
    for (const id of people) {
      const person = await partition.workingSet.readPerson(id);
      const { namespaces } = partition.rules;
      const keys = Object.keys(person?.links ?? {});
      const priority = (key: string): number =>
        namespaces.get(namespaceOf(key))?.priority ?? Number.MAX_SAFE_INTEGER;
      const [key] = keys.sort((a, b) => priority(a) - priority(b));
      if (key === undefined) continue;
      const colon = key.indexOf(':');
      events.push({
        name: AUDIENCE_ENTERED,
        identities: [{ namespace: key.slice(0, colon), value: key.slice(colon + 1) }],
        properties: { audience_id: audience },
      });
    }
    if (events.length === 0) return;
    const header = {
      kind: 'collected',
      protocol: 'native',
      source: SOURCE,
      channel: 'system',
      received: clock.now(),
    } as const;
    await partition.folded(await append(encodeRecord(header, Buffer.from(JSON.stringify({ events })))));
  };
}
