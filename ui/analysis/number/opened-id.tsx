import type { ReactNode } from 'react';
import { useNames } from '../model/use-names.ts';
import type { Opened } from '../part-kind.ts';

/** The id of what a number is of, where it is called by a name: a finger finds no tooltips. */
export function OpenedId({ filter }: Opened): ReactNode {
  const names = useNames();
  return filter && names.namer(filter.dimension)?.(filter.value) ? (
    <div className="mono">{filter.value}</div>
  ) : null;
}
