import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Filter, Range } from '../api-types.ts';
import { Said } from '../diagrams/choice.tsx';
import { Pill } from '../diagrams/pill.tsx';
import { filtersText } from '../diagrams/touch-text.ts';
import { useNames } from '../model/use-names.ts';

const FilterDialog = lazy(async () => ({ default: (await import('./filter-dialog.tsx')).FilterDialog }));

/** Which events count, as a pill that says it and opens the tests of their dimensions. */
export function FilterChoice(props: {
  readonly label: string;
  readonly filters: readonly Filter[];
  readonly range: Range;
  readonly isFixed: boolean;
  readonly onChange: (filters: Filter[]) => void;
}): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const [isOpen, setOpen] = useState(false);
  const { label, filters, isFixed } = props;
  const said = filters.length === 0 ? words.narrow.all : filtersText(filters, names);
  if (isFixed) return filters.length === 0 ? null : <Said label={label}>{said}</Said>;
  return (
    <>
      <Pill label={label} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {said}
      </Pill>
      {isOpen && (
        <Suspense>
          <FilterDialog
            title={label}
            filters={filters}
            range={props.range}
            onApply={props.onChange}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
