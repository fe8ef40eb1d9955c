import type { ReactNode } from 'react';
import type { Doc } from '../../conditions/model/json.ts';
import type { Filter, Range } from '../api-types.ts';
import { FilterRows } from './filter-rows.tsx';
import { NarrowDialog } from './narrow-dialog.tsx';

/** Edits tests of dimensions. */
export function FilterDialog(props: {
  readonly title: string;
  readonly filters: readonly Filter[];
  readonly range: Range;
  readonly onApply: (filters: Filter[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <NarrowDialog
      title={props.title}
      value={props.filters as readonly Doc[]}
      // The server checks what the controls made.
      onApply={(filters) => props.onApply(filters as unknown as Filter[])}
      onClose={props.onClose}
    >
      {(edit) => <FilterRows {...edit} range={props.range} />}
    </NarrowDialog>
  );
}
