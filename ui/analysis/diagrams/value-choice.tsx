import { lazy, type ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Range } from '../api-types.ts';
import { Said } from './choice.tsx';
import styles from './diagrams.module.css';
import { PickingPopover } from './picking-popover.tsx';
import { Pill } from './pill.tsx';

const ValueList = lazy(async () => ({ default: (await import('./value-list.tsx')).ValueList }));

/** A value of a dimension as a pill that opens the list of all. */
export function ValueChoice(props: {
  readonly label: string;
  /** How the value of now is written. */
  readonly said: string;
  readonly dimension: string;
  readonly range: Range;
  readonly isFixed: boolean;
  readonly onPick: (value: string) => void;
  /** What stands above the values and picks none of them. */
  readonly none?: { readonly label: string; readonly onPick: () => void };
}): ReactNode {
  const words = useWords().diagrams;
  const { label, said, dimension, range, isFixed, onPick, none } = props;
  if (isFixed) return <Said label={label}>{said}</Said>;
  return (
    <PickingPopover label={label} target={<Pill label={label}>{said}</Pill>}>
      {(close) => (
        <>
          {none && (
            <button
              type="button"
              className={styles.plainItem}
              onClick={() => {
                close();
                none.onPick();
              }}
            >
              {none.label}
            </button>
          )}
          <ValueList
            dimension={dimension}
            range={range}
            label={words.findValue}
            onPick={(value) => {
              close();
              onPick(value);
            }}
          />
        </>
      )}
    </PickingPopover>
  );
}
