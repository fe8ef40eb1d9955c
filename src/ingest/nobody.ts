import type { Channel, EventType, Identity, JsonObject } from '../core/index.ts';

/** Channels whose reports are about nobody when they name nobody: products and stores, and what advertising cost. */
const CHANNELS_ABOUT_NOBODY: ReadonlySet<Channel> = new Set<Channel>(['catalogue', 'ad']);

/**
 * Whom an event is about. Nobody (no identities) when it says so by `context.about`, or when it names nobody on a channel of
 * such reports. On other channels an event without identities is a mistake that must not go unnoticed: undefined.
 * @param named the identities that it names
 */
export function aboutWhom(
  type: EventType,
  channel: Channel,
  context: JsonObject,
  named: readonly Identity[],
): readonly Identity[] | undefined {
  if (type === 'track' && context['about'] === 'nobody') return [];
  if (named.length > 0) return named;
  return type === 'track' && CHANNELS_ABOUT_NOBODY.has(channel) ? [] : undefined;
}
