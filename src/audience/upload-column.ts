import { type Namespace, refusal } from '../core/index.ts';
import { normalise } from '../identity/index.ts';

/** The column that holds the identities, and what they are. */
export interface Column {
  readonly index: number;
  readonly namespace: string;
  /** The first row is content already. */
  readonly hasNoHeader: boolean;
}

/** What the sender says of it. */
export interface ColumnOrder {
  /** The namespace of the identities; told from the header unless given. */
  readonly namespace?: string | undefined;
  /** The name of the column; told from the header unless given. */
  readonly column?: string | undefined;
}

/** Which column holds the identities: the one that is named, one that is called like a namespace, or the only one. */
export function columnOf(
  header: readonly string[],
  { namespace, column }: ColumnOrder,
  namespaces: ReadonlyMap<string, Namespace>,
  country: string,
): Column {
  const names = header.map((name) => name.trim().toLowerCase());
  const known = [...namespaces.keys()].join(', ');
  if (namespace !== undefined && !namespaces.has(namespace))
    throw refusal(
      'audience.unknown-namespace',
      422,
      `There is no namespace ${namespace}; there are: ${known}.`,
    );
  if (column !== undefined) {
    const index = names.indexOf(column.toLowerCase());
    const named = namespace ?? (namespaces.has(column.toLowerCase()) ? column.toLowerCase() : undefined);
    if (index >= 0 && named !== undefined) return { index, namespace: named, hasNoHeader: false };
    throw refusal(
      'audience.no-identity-column',
      422,
      index < 0
        ? `The first row has no column ${column}; it has: ${header.join(', ')}.`
        : `Say what column ${column} holds: give “namespace”, one of ${known}.`,
    );
  }
  const called = namespace ? names.indexOf(namespace) : names.findIndex((name) => namespaces.has(name));
  if (called >= 0) return { index: called, namespace: namespace ?? names[called]!, hasNoHeader: false };
  if (namespace !== undefined && header.length === 1) {
    const isContent = normalise({ namespace, value: header[0]! }, namespaces, country) !== undefined;
    // A word such as “address” could be an id in a namespace of plain text; a header is likelier.
    const isPlain = ['text', 'lower'].includes(namespaces.get(namespace)!.form);
    return { index: 0, namespace, hasNoHeader: isContent && !isPlain };
  }
  throw refusal(
    'audience.no-identity-column',
    422,
    `No column is called like a namespace (${known}); give “column” and “namespace”.`,
  );
}
