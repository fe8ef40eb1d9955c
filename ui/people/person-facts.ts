import type { Person } from './queries.ts';

/** The first of several attributes that is a text or a number: shops call the same thing by different names. */
export function attributeText(person: Person, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = person.attributes[name]?.value;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** How she is called; undefined when nobody said. */
export function nameOfPerson(person: Person): string | undefined {
  const parts = [
    attributeText(person, 'firstName', 'first_name'),
    attributeText(person, 'lastName', 'last_name'),
  ];
  const name = parts.filter((part) => part !== undefined).join(' ');
  return name || attributeText(person, 'name') || newestIdentity(person, 'email');
}

/** Her newest identity of a namespace. */
export function newestIdentity(person: Person, namespace: string): string | undefined {
  return person.identities
    .filter((identity) => identity.namespace === namespace)
    .sort((a, b) => b.last - a.last)[0]?.value;
}

/** Namespaces that stand for a device and not for a person, as a new workspace has them. */
const DEVICES: ReadonlySet<string> = new Set(['anonymous', 'ecid', 'push', 'receipt']);

/** Whether an identity is a device. */
export function isDevice(
  namespace: string,
  workspace: readonly { name: string; subject: string }[],
): boolean {
  const known = workspace.find(({ name }) => name === namespace);
  return known ? known.subject === 'device' : DEVICES.has(namespace);
}
