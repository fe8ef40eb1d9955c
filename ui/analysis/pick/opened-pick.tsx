import { Button, Combobox, ScrollArea, Text, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Component, ComponentKind } from '../model/component.ts';
import { useModel, useNames } from '../model/use-names.ts';
import { BUILT, WorkbenchContext } from '../workspace/workbench.ts';
import { type Option, optionsOf } from './options.ts';

/** What a picker is given. */
export interface PickProps {
  readonly kinds: readonly ComponentKind[];
  /** What is picked, for readers of the screen. */
  readonly label: string;
  readonly onPick: (component: Component) => void;
  /** Spread into the button. */
  readonly children: (button: {
    onClick: () => void;
    'aria-expanded': boolean;
    'aria-haspopup': 'listbox';
  }) => ReactElement;
}

const SHOWN_MAX = 80;

/** The list of a picker, open when it appears. */
export function OpenedPick(props: PickProps): ReactNode {
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setText('');
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const open = combobox.dropdownOpened;
  const { openDropdown } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once, by the click that made it.
  useEffect(() => openDropdown(), []);
  return (
    <Combobox
      store={combobox}
      width={280}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(value) => {
        combobox.closeDropdown();
        props.onPick(JSON.parse(value) as Component);
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        {props.children({
          onClick: () => combobox.toggleDropdown(),
          'aria-expanded': open,
          'aria-haspopup': 'listbox',
        })}
      </Combobox.Target>
      <Combobox.Dropdown>
        {open && (
          <Choices
            {...props}
            text={text}
            onText={setText}
            onMoved={() => combobox.selectFirstOption()}
            onClose={() => combobox.closeDropdown()}
          />
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Choices(props: {
  readonly kinds: readonly ComponentKind[];
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { analysis: words, setup } = useWords();
  const build = use(WorkbenchContext)?.build;
  const built = BUILT.filter((kind) => props.kinds.includes(kind));
  const model = useModel();
  const names = useNames();
  const groups = useMemo(
    () =>
      props.kinds.map((kind) => ({
        kind,
        options: optionsOf(kind, model, names, props.text).slice(0, SHOWN_MAX),
      })),
    [props.kinds, model, names, props.text],
  );
  const isEmpty = groups.every(({ options }) => options.length === 0);
  return (
    <>
      <Combobox.Search
        value={props.text}
        onChange={(event) => {
          props.onText(event.currentTarget.value);
          props.onMoved();
        }}
        placeholder={words.find}
        aria-label={props.label}
        size="xs"
      />
      <Combobox.Options>
        <ScrollArea.Autosize mah={320} type="auto">
          {groups.map(({ kind, options }) =>
            groups.length > 1 && options.length > 0 ? (
              <Combobox.Group key={kind} label={words.kinds[kind]}>
                {options.map((option) => (
                  <Choice key={option.key} option={option} />
                ))}
              </Combobox.Group>
            ) : (
              options.map((option) => <Choice key={option.key} option={option} />)
            ),
          )}
          {isEmpty && <Combobox.Empty>{words.nothingFound}</Combobox.Empty>}
        </ScrollArea.Autosize>
      </Combobox.Options>
      {build && built.length > 0 && (
        <Combobox.Footer p={4}>
          {built.map((kind) => (
            <Button
              key={kind}
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} aria-hidden />}
              onClick={() => {
                props.onClose();
                build({ kind });
              }}
            >
              {setup[`${kind}s`].fresh}
            </Button>
          ))}
        </Combobox.Footer>
      )}
    </>
  );
}

function Choice({ option }: { readonly option: Option }): ReactNode {
  return (
    <Combobox.Option value={JSON.stringify(option.component)}>
      <Text size="sm">{option.label}</Text>
      {option.hint && (
        <Text size="xs" c="dimmed" className="ellipsis">
          {option.hint}
        </Text>
      )}
    </Combobox.Option>
  );
}
