import type { ReactNode } from 'react';
import type { Doc } from '../../conditions/model/json.ts';
import { FiltersControl } from '../../conditions/parts/matcher-control.tsx';
import { useWords } from '../../language/speech.tsx';
import type { Range } from '../api-types.ts';
import type { Touch } from '../diagrams/touch-text.ts';
import { FilterRow } from './filter-rows.tsx';
import { NarrowDialog } from './narrow-dialog.tsx';

/** Narrows a touchpoint down: events by their fields and products, a dimension by the test of its value. */
export function TouchDialog(props: {
  readonly title: string;
  readonly touch: Touch;
  readonly range: Range;
  readonly onApply: (touch: Touch) => void;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords();
  const { touch } = props;
  return (
    <NarrowDialog
      title={props.title}
      value={touch as Doc}
      // The server checks what the controls made.
      onApply={(next) => props.onApply(next as unknown as Touch)}
      onClose={props.onClose}
    >
      {({ value, onChange }) =>
        'event' in touch ? (
          <FiltersControl matcher={value} onChange={onChange} at="" />
        ) : (
          <FilterRow
            joint={words.conditions.where}
            filter={value}
            kinds={['text']}
            range={props.range}
            onChange={onChange}
          />
        )
      }
    </NarrowDialog>
  );
}
