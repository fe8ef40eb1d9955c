import { expectEqual } from './repeats.ts';
import type { Act, NativeEvent } from './stage.ts';

/** One more than is remembered of one sender; the oldest thousand are then forgotten together. */
const EVENTS = 20_001;
const REMEMBERED = 19_001;

/** More events of one sender than message ids are remembered; those that are do not count again. */
export const manyEvents: Act = {
  name: '20,001 events of one sender',
  async run(stage) {
    const events = Array.from(
      { length: EVENTS },
      (_, i): NativeEvent => ({
        id: `many-${i}`,
        name: 'Seen',
        identities: { user: 'many-events' },
      }),
    );
    await stage.send(events, 2_500);
    await stage.send(events.slice(-REMEMBERED), 2_500);
    await stage.folded();
    return expectEqual('after 20,001 events', (await stage.person('user:many-events'))?.events.count, EVENTS);
  },
};
