import type { Channel, EventType, Identity, JsonObject } from '../core/index.ts';
import { isObject } from '../core/index.ts';
import { IDENTITY_CHARACTERS_MAX, idText } from './text.ts';

/** External ids beyond this many of one event are ignored. */
const EXTERNAL_IDS_MAX = 16;

/** Channels whose events carry the card of a customer among their properties, and may have no other identity. */
const CARD_CHANNELS: ReadonlySet<Channel> = new Set<Channel>(['store', 'order', 'call']);

/** What Segment and RudderStack call the types of their external ids, by our namespaces; '' means: not of a person. */
const EXTERNAL_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['user_id', 'user'],
  ['userid', 'user'],
  ['anonymous_id', 'anonymous'],
  ['anonymousid', 'anonymous'],
  ['android.push_token', 'push'],
  ['ios.push_token', 'push'],
  ['crmid', 'crm'],
  ['crm_id', 'crm'],
  ['loyalty_id', 'loyalty'],
  ['loyaltyid', 'loyalty'],
  ['group_id', ''],
]);
const NAMESPACE = /^[a-z][a-z0-9_]{0,31}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The parts of a Segment message that may name somebody. */
export interface Naming {
  readonly type: EventType;
  readonly channel: Channel;
  readonly item: JsonObject;
  readonly context: JsonObject;
  readonly properties: JsonObject;
}

/**
 * Who a Segment message names, the sender first: the device (`anonymous`) where there is one, else the `user`, else what
 * is left. E-mail, telephone and card count only where somebody states who she is (identify, alias, a user id) or
 * where nothing else names the sender: an anonymous visitor who types a friend's address does not become the friend.
 * Values are passed on as they came, blank-like ones too; identity/ judges them.
 * @returns undefined when userId, anonymousId or previousId is longer than IDENTITY_CHARACTERS_MAX
 */
export function segmentIdentities(naming: Naming): Identity[] | undefined {
  const { item, type, context } = naming;
  const identities: Identity[] = [];
  const anonymousId = idText(item['anonymousId']);
  const userId = idText(item['userId']);
  if (isTooLong(anonymousId) || isTooLong(userId)) return undefined;
  if (anonymousId !== undefined) identities.push({ namespace: 'anonymous', value: anonymousId });
  if (userId !== undefined) identities.push({ namespace: 'user', value: userId });
  if (type === 'alias') {
    const previousId = idText(item['previousId']);
    if (isTooLong(previousId)) return undefined;
    // Segment lets previousId be either; its clients make anonymous ids as UUIDs.
    const isDevice = previousId === anonymousId || (previousId !== undefined && UUID.test(previousId));
    add(identities, isDevice ? 'anonymous' : 'user', previousId);
  }
  const isStated = userId !== undefined || type === 'identify' || type === 'alias';
  if (type !== 'group' && (isStated || anonymousId === undefined)) addContacts(identities, naming);
  const device = context['device'];
  if (isObject(device)) add(identities, 'push', device['token']);
  addExternal(identities, context['externalIds'] ?? context['externalId']);
  if (identities.length === 0 && CARD_CHANNELS.has(naming.channel)) addReceipt(identities, naming.properties);
  return identities;
}

function addContacts(identities: Identity[], naming: Naming): void {
  const { properties, context, type, channel } = naming;
  const traits = context['traits'];
  // The properties of an identify are its traits; those of other events are looked at for the address of the buyer.
  const stated = isObject(traits) ? traits : undefined;
  add(identities, 'email', properties['email']);
  if (stated) add(identities, 'email', stated['email']);
  const hasCard = type === 'identify' || CARD_CHANNELS.has(channel);
  if (type === 'identify') add(identities, 'phone', properties['phone']);
  if (stated) add(identities, 'phone', stated['phone']);
  if (hasCard) add(identities, 'loyalty', properties['loyalty_id'] ?? properties['loyaltyId']);
  if (stated) add(identities, 'loyalty', stated['loyalty_id'] ?? stated['loyaltyId']);
}

/** A receipt without a card is a sender of its own: its revenue counts, and a later scan of the receipt can claim it. */
function addReceipt(identities: Identity[], properties: JsonObject): void {
  add(identities, 'receipt', properties['receipt_id'] ?? properties['order_id']);
}

/** RudderStack: `externalId: [{ type, id }]`; Segment: `externalIds: [{ type, id, collection, encoding }]`. */
function addExternal(identities: Identity[], external: unknown): void {
  if (!Array.isArray(external)) return;
  for (let i = 0; i < external.length && i < EXTERNAL_IDS_MAX; i++) {
    const entry: unknown = external[i];
    if (!isObject(entry) || typeof entry['type'] !== 'string' || entry['collection'] === 'accounts') continue;
    const type = entry['type'].toLowerCase();
    const namespace = EXTERNAL_NAMESPACES.get(type) ?? type;
    if (NAMESPACE.test(namespace)) add(identities, namespace, entry['id']);
  }
}

function add(identities: Identity[], namespace: string, value: unknown): void {
  if (value === undefined) return;
  const text = idText(value);
  if (text === undefined || text.length > IDENTITY_CHARACTERS_MAX) return;
  for (const known of identities) if (known.value === text && known.namespace === namespace) return;
  identities.push({ namespace, value: text });
}

function isTooLong(id: string | undefined): boolean {
  return id !== undefined && id.length > IDENTITY_CHARACTERS_MAX;
}
