import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isUnfinished } from '../../conditions/model/finished.ts';
import { useWords } from '../../language/speech.tsx';
import { WithTexts } from '../../language/with-texts.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogForm } from '../../parts/dialog-form.tsx';

/** What narrows something down, as it is edited: it may not be filled in yet. */
export interface NarrowProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Edits what narrows events down, with the controls of conditions; nothing is asked until it is applied. */
export function NarrowDialog<T>(props: {
  readonly title: string;
  readonly value: T;
  readonly onApply: (value: T) => void;
  readonly onClose: () => void;
  readonly children: (edit: NarrowProps<T>) => ReactNode;
}): ReactNode {
  const words = useWords().diagrams;
  const [value, setValue] = useState(props.value);
  const [isRefused, setRefused] = useState(false);
  const apply = (): void => {
    // An empty list narrows nothing; what stands in it must be filled in.
    const isWhole = ![value].flat().some(isUnfinished);
    setRefused(!isWhole);
    if (!isWhole) return;
    props.onApply(value);
    props.onClose();
  };
  return (
    <Dialog title={props.title} size="lg" onClose={props.onClose}>
      <DialogForm verb={words.apply} isBusy={false} onSubmit={apply} onClose={props.onClose}>
        <WithTexts area="editing">
          {props.children({ value, onChange: (next) => setValue(() => next) })}
        </WithTexts>
        {/* It stays until it is applied: a field commits as it is left, and the button must not move away from the pointer. */}
        {isRefused && (
          <Text role="alert" size="sm" c="var(--bad)">
            {words.narrow.unfinished}
          </Text>
        )}
      </DialogForm>
    </Dialog>
  );
}
