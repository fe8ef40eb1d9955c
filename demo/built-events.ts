import type { Channel, Event, Identity, JsonObject } from '../src/core/index.ts';
import { iso } from './time.ts';
import type { NativeMessage } from './wire/message.ts';

/** One thing that a built person did. */
export interface Deed {
  readonly name: string;
  readonly type: Event['type'];
  readonly time: number;
  readonly channel: Channel;
  readonly properties: JsonObject;
}

/**
 * Deeds as core events, oldest first.
 * @param userId undefined for somebody who never logged in
 */
export function eventsOf(deeds: readonly Deed[], number: number, userId: string | undefined): Event[] {
  return deeds
    .map(
      (deed, i): Event => ({
        id: `built-${number}-${i}`,
        type: deed.type,
        name: deed.name,
        time: deed.time,
        received: deed.time,
        source: deed.channel,
        channel: deed.channel,
        identities: identitiesOn(deed.channel, number, userId),
        properties: deed.properties,
        context: {},
      }),
    )
    .sort((a, b) => a.time - b.time);
}

/** A core event as the native API takes it. */
export function nativeOf({ id, type, name, time, identities, properties }: Event): NativeMessage {
  const ids = Object.fromEntries(identities.map(({ namespace, value }) => [namespace, value]));
  const common = { id, time: iso(time), identities: ids, properties };
  return type === 'identify' ? { ...common, type } : { ...common, name };
}

function identitiesOn(channel: Channel, number: number, userId: string | undefined): Identity[] {
  const device = { namespace: 'anonymous', value: `device-${number}` };
  if (userId === undefined) return [device];
  const user = { namespace: 'user', value: userId };
  return channel === 'web' || channel === 'app' ? [device, user] : [user];
}
