import { Combobox, type ComboboxStore, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsFaulty, useIsReadOnly } from '../editor-context.ts';
import { type PickGroup, type PickItem, search } from './pick-search.ts';

/** What is shown before somebody searches, of each group. */
const SHOWN_MAX = 12;
const FOUND_MAX = 60;

interface PickerProps {
  /** What is picked, for screen readers. */
  readonly label: string;
  readonly groups: readonly PickGroup[];
  readonly onPick: (item: PickItem) => void;
  /** What a name that is in no group would be; undefined where it is none. */
  readonly other?: (name: string) => PickItem | undefined;
}

/** A button within a sentence that shows what is picked, and opens the list to pick from. */
export function Picker(
  props: PickerProps & { readonly shown: string; readonly title?: string; readonly at?: string | undefined },
): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() });
  return (
    <PickFrame {...props} store={store}>
      <button
        type="button"
        className={styles.picked}
        aria-label={`${props.label}: ${props.shown || words.pick.choose}`}
        aria-haspopup="listbox"
        aria-expanded={store.dropdownOpened}
        data-missing={props.shown === '' || undefined}
        data-faulty={isFaulty || undefined}
        title={props.title}
        disabled={isReadOnly}
        onClick={() => store.toggleDropdown()}
      >
        <span className="ellipsis">{props.shown || `${words.pick.choose} …`}</span>
        <IconChevronDown size={14} aria-hidden />
      </button>
    </PickFrame>
  );
}

/** The list to pick from, at a button of the caller's. */
export function PickFrame(
  props: PickerProps & { readonly store: ComboboxStore; readonly children: ReactNode },
): ReactNode {
  const { store, onPick } = props;
  const words = useWords().conditions;
  const [text, setText] = useState('');
  const found = search(props.groups, text, text === '' ? SHOWN_MAX : FOUND_MAX);
  const typed = text.trim();
  const isThere = found.some(({ items }) =>
    items.some(({ value, label }) => value === typed || label === typed),
  );
  const other = typed === '' || isThere ? undefined : props.other?.(typed);
  const all = [...found.flatMap(({ items }) => items), ...(other ? [other] : [])];
  const { dropdownOpened, selectFirstOption } = store;
  // Enter takes the first that fits, without an arrow key.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is first changes with what was typed and found.
  useEffect(() => {
    if (!dropdownOpened) return;
    // The list is drawn a moment after it is opened.
    const timer = setTimeout(selectFirstOption, 0);
    return () => clearTimeout(timer);
  }, [dropdownOpened, selectFirstOption, text, all.length]);
  return (
    <Combobox
      store={store}
      withinPortal
      width={360}
      position="bottom-start"
      onOptionSubmit={(key) => {
        const item = all.find((each) => each.value === key);
        store.closeDropdown();
        setText('');
        if (item) onPick(item);
      }}
    >
      <Combobox.DropdownTarget>{props.children}</Combobox.DropdownTarget>
      <Combobox.Dropdown className={styles.pickDropdown}>
        {store.dropdownOpened && (
          <Combobox.Search
            autoFocus
            aria-label={words.pick.search}
            placeholder={words.pick.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <Combobox.Options className={styles.pickOptions} aria-label={props.label}>
          {store.dropdownOpened &&
            found.map(({ title, items }) => (
              <Combobox.Group key={title} label={title}>
                {items.map((item) => (
                  <PickOption key={item.value} item={item} />
                ))}
              </Combobox.Group>
            ))}
          {other && <Combobox.Option value={other.value}>{words.pick.use(typed)}</Combobox.Option>}
          {all.length === 0 && <Combobox.Empty>{words.pick.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function PickOption({ item }: { readonly item: PickItem }): ReactNode {
  const words = useWords().conditions;
  return (
    <Combobox.Option value={item.value} disabled={item.isHidden ?? false}>
      <span className={styles.pickRow}>
        <span>{item.label}</span>
        {item.use && <span className={styles.pickUse}>{item.use}</span>}
      </span>
      {(item.isHidden || item.hint) && (
        <span className={styles.pickHint}>{item.isHidden ? words.pick.hidden : item.hint}</span>
      )}
    </Combobox.Option>
  );
}
