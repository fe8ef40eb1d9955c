import type { JsonObject } from '../../src/core/index.ts';
import { cardOf } from '../people/card.ts';
import { crmIdOf, loyaltyIdOf } from '../people/ids.ts';
import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { iso } from '../time.ts';
import type { Fact, FactKind, Order } from '../truth/fact.ts';
import type { NativeMessage } from '../wire/message.ts';
import type { SourceId } from '../wire/sources.ts';
import type { MessageCampaign } from '../world/campaigns.ts';
import type { Product } from '../world/products.ts';

/** What a system other than site and app reports about somebody. */
export interface Report {
  readonly source: SourceId;
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly person: Person;
  readonly identities: Readonly<Record<string, string>>;
  readonly properties: JsonObject;
  readonly kind: FactKind;
  readonly product?: Product | undefined;
  readonly order?: Order | undefined;
  readonly campaign?: MessageCampaign | undefined;
  readonly text?: string;
}

/** Lets a native event go. */
export function report(stage: Stage, what: Report): void {
  const { at, person, source } = what;
  const message: NativeMessage = {
    id: what.id,
    name: what.name,
    time: iso(at),
    identities: what.identities,
    properties: what.properties,
  };
  const [namespace, value] = Object.entries(what.identities)[0] ?? ['', ''];
  const fact: Fact = {
    kind: what.kind,
    who: person,
    as: person.index >= 0 && namespace !== 'receipt' ? person : undefined,
    sender: `${namespace}:${value}`,
    device: undefined,
    time: at,
    isInteractive: source === 'stores' || source === 'calls',
    product: what.product,
    order: what.order,
    text: what.text ?? '',
    campaign: what.campaign,
  };
  stage.emit(source, at, message, fact);
}

/** How the order system knows somebody: by her number in the customer master, a guest by her address. */
export function orderSystemIds(seed: number, person: Person): Record<string, string> {
  if (person.kind === 'guest' || person.kind === 'subscriber') return { email: emailOf(seed, person) };
  return { crm: crmIdOf(person) };
}

/** How a till knows somebody: by her card, or not at all; then the receipt stands for her. */
export function tillIds(person: Person, receiptId: string): Record<string, string> {
  if (person.kind === 'member' || person.kind === 'card') return { loyalty: loyaltyIdOf(person) };
  return { receipt: receiptId };
}

export function emailOf(seed: number, person: Person): string {
  return cardOf(seed, person).email;
}
