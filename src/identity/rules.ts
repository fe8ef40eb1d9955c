import type { Settings } from '../core/index.ts';
import { type Evidence, namespaceOf } from './link.ts';
import type { JudgedIdentity, Namespaces } from './normalise.ts';
import type { FragmentRef, Person } from './person.ts';

/** The linking rules of a workspace, prepared once. */
export interface Rules {
  readonly namespaces: Namespaces;
  readonly unique: ReadonlySet<string>;
  readonly joinPolicy: Settings['joinPolicy'];
  readonly identitiesMax: number;
}

/** Prepares the linking rules of the settings. */
export function rulesOf(settings: Settings, namespaces: Namespaces): Rules {
  return {
    namespaces,
    unique: new Set(
      settings.namespaces.filter((namespace) => namespace.unique).map((namespace) => namespace.name),
    ),
    joinPolicy: settings.joinPolicy,
    identitiesMax: settings.identitiesPerPersonMax,
  };
}

/** Whether the event is evidence that its devices belong to the person it names. */
export function joinsDevices(evidence: Evidence, rules: Rules): boolean {
  return (
    rules.joinPolicy === 'always' || (rules.joinPolicy === 'on-authentication' && evidence.authenticated)
  );
}

/** The identities about whose links the event says something: a person's event says nothing of devices it does not join. */
export function speaksFor(evidence: Evidence, rules: Rules): readonly JudgedIdentity[] {
  if (joinsDevices(evidence, rules)) return evidence.identities;
  const known = knownOf(evidence);
  return known.length > 0 ? known : evidence.identities;
}

/** The identities of an event that stand for a person, the strongest first. */
export function knownOf(evidence: Evidence): JudgedIdentity[] {
  return evidence.identities
    .filter((identity) => identity.namespace.subject === 'person')
    .sort((a, b) => a.namespace.priority - b.namespace.priority);
}

/** The identities of an event that stand for a device, in the order of the wire. */
export function devicesOf(evidence: Evidence): JudgedIdentity[] {
  return evidence.identities.filter((identity) => identity.namespace.subject === 'device');
}

/** Whether anything says who she is. */
export function isKnown<F extends FragmentRef>(person: Person<F>, rules: Pick<Rules, 'namespaces'>): boolean {
  for (const key in person.links)
    if (rules.namespaces.get(namespaceOf(key))?.subject === 'person') return true;
  return false;
}
