import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DimensionSelect } from '../diagrams/dimension-select.tsx';

/** Any dimension at all, with a search. */
export function OtherDimension(props: {
  readonly title: string;
  readonly onPick: (dimension: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().setup;
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <DimensionSelect
        label={words.dimension}
        value={null}
        isWithoutTime={false}
        isInDialog
        onChange={props.onPick}
      />
    </Dialog>
  );
}
