import { IconChevronDown } from '@tabler/icons-react';
import { lazy, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { OnDemand } from '../../parts/on-demand.tsx';
import styles from '../conditions.module.css';
import { useIsFaulty, useIsReadOnly } from '../editor-context.ts';
import type { PickerProps } from './pick-search.ts';

const OpenedPicker = lazy(async () => ({ default: (await import('./opened-picker.tsx')).OpenedPicker }));

/** A button within a sentence that shows what is picked, and opens the list to pick from. */
export function Picker(
  props: PickerProps & { readonly shown: string; readonly title?: string; readonly at?: string | undefined },
): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  return (
    <PickFrame
      {...props}
      target={
        <button
          type="button"
          className={styles.picked}
          aria-label={`${props.label}: ${props.shown || words.pick.choose}`}
          data-missing={props.shown === '' || undefined}
          data-faulty={isFaulty || undefined}
          title={props.title}
          disabled={isReadOnly}
        >
          <span className="ellipsis">{props.shown || `${words.pick.choose} …`}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      }
    />
  );
}

/** A button of the caller's that opens a list to pick from, which is loaded when somebody presses it. */
export function PickFrame(props: PickerProps & { readonly target: ReactElement<object> }): ReactNode {
  return (
    <OnDemand target={props.target} opens="dialog">
      {(target) => <OpenedPicker {...props} target={target} />}
    </OnDemand>
  );
}
