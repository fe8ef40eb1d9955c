import { Combobox, useCombobox } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { type PickerProps, type PickItem, search } from './pick-search.ts';

/** What is shown before somebody searches, of each group. */
const SHOWN_MAX = 12;
const FOUND_MAX = 60;

interface Target {
  readonly onClick?: () => void;
  readonly 'aria-haspopup'?: 'dialog';
  readonly 'aria-expanded'?: boolean;
}

/** The list to pick from, at its button; it is open when it appears. */
export function OpenedPicker(props: PickerProps & { readonly target: ReactElement }): ReactNode {
  const words = useWords().conditions;
  const frame = useRef<HTMLSpanElement>(null);
  const [text, setText] = useState('');
  const store = useCombobox({
    defaultOpened: true,
    onDropdownClose() {
      store.resetSelectedOption();
      setText('');
      // The list took the focus; it goes back, unless what was picked has taken it elsewhere.
      setTimeout(() => {
        if (document.activeElement === document.body || document.activeElement === null)
          frame.current?.querySelector('button')?.focus();
      }, 0);
    },
  });
  const { dropdownOpened, selectFirstOption } = store;
  const typed = text.trim();
  const found = dropdownOpened ? search(props.groups, text, typed === '' ? SHOWN_MAX : FOUND_MAX) : [];
  const isThere = found.some(({ items }) =>
    items.some(({ value, label }) => value === typed || label === typed),
  );
  const other = typed === '' || isThere ? undefined : props.other?.(typed);
  const all = [...found.flatMap(({ items }) => items), ...(other ? [other] : [])];
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
        if (item) props.onPick(item);
      }}
    >
      <Combobox.DropdownTarget>
        <span ref={frame} className={styles.pickFrame}>
          {cloneElement(props.target as ReactElement<Target>, {
            'aria-haspopup': 'dialog',
            'aria-expanded': dropdownOpened,
            onClick: () => store.toggleDropdown(),
          })}
        </span>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={styles.pickDropdown}>
        {dropdownOpened && (
          <Combobox.Search
            autoFocus
            aria-label={words.pick.search}
            placeholder={words.pick.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <Combobox.Options className={styles.pickOptions} aria-label={props.label} tabIndex={0}>
          {found.map(({ title, items }) => (
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
