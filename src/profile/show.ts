import type { FastifyRequest } from 'fastify';
import { type FieldMask, HIDDEN, type Json, noteSeen } from '../core/index.ts';
import { namespaceOf } from '../identity/index.ts';
import type { Preview, ProfileView, TimelineEvent } from './schemas.ts';

/** A person as the caller may see her; the audit is told. */
export function showPerson(request: FastifyRequest, view: ProfileView): ProfileView {
  noteSeen(request, [view.id]);
  const mask = request.principal?.mask;
  if (!mask) return view;
  const identities = view.identities.map((identity) =>
    mask.hidesNamespace(identity.namespace) ? { ...identity, value: HIDDEN } : identity,
  );
  const addresses = mask.hidesField('address')
    ? mapValues(view.addresses, (address) => ({ ...address, value: HIDDEN }))
    : masked(view.addresses, mask);
  const traits = Object.entries(view.traits ?? {}).map(([id, trait]) => {
    const hides = trait.field?.split('.').some((key) => mask.hidesField(key)) ?? false;
    return [id, hides ? { ...trait, value: HIDDEN } : trait] as const;
  });
  return {
    ...view,
    identities,
    attributes: masked(view.attributes, mask),
    addresses,
    ...(traits.length > 0 ? { traits: Object.fromEntries(traits) } : {}),
  };
}

/** What would come of an order, as the caller may see it. */
export function showPreview(request: FastifyRequest, preview: Preview): Preview {
  const show = (views: readonly ProfileView[]) => views.map((view) => showPerson(request, view));
  return { ...preview, before: show(preview.before), after: show(preview.after) };
}

/** Events of a person as the caller may see them; the audit is told. */
export function showEvents(
  request: FastifyRequest,
  person: number,
  events: readonly TimelineEvent[],
): TimelineEvent[] {
  noteSeen(request, [person]);
  const mask = request.principal?.mask;
  if (!mask) return [...events];
  const object = (value: TimelineEvent['properties']) =>
    mask.json(value as Json) as TimelineEvent['properties'];
  return events.map((event) => ({
    ...event,
    identities: event.identities.map((key) => {
      const namespace = namespaceOf(key);
      return mask.hidesNamespace(namespace) ? `${namespace}:${HIDDEN}` : key;
    }),
    properties: object(event.properties),
    context: object(event.context),
  }));
}

type Values = ProfileView['attributes'];

function masked(values: Values, mask: FieldMask): Values {
  return mapValues(values, (given, name) => ({
    ...given,
    value: mask.hidesField(name) ? HIDDEN : mask.json(given.value as Json),
  }));
}

function mapValues(values: Values, map: (value: Values[string], name: string) => Values[string]): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]));
}
