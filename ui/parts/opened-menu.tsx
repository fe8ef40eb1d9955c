import { Menu } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, type Ref, useRef } from 'react';
import type { MenuChoice } from './menu-choice.ts';

/** The menu of a button that was pressed; it is open when it appears. */
export function OpenedMenu(props: {
  readonly target: ReactElement;
  readonly choices: readonly MenuChoice[];
  readonly width?: number;
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  return (
    // It was open from the start, so it knows of no place that the focus came from.
    <Menu
      defaultOpened
      onClose={() => button.current?.focus()}
      position="bottom-end"
      width={props.width ?? 'max-content'}
    >
      <Menu.Target>
        {cloneElement(props.target as ReactElement<{ ref?: Ref<HTMLButtonElement> }>, { ref: button })}
      </Menu.Target>
      <Menu.Dropdown>
        {props.choices.map(({ label, icon, isDangerous = false, onChoose, download }) =>
          download === undefined ? (
            <Menu.Item
              key={label}
              leftSection={icon}
              {...(isDangerous ? { color: 'var(--bad)' } : {})}
              onClick={() => onChoose?.()}
            >
              {label}
            </Menu.Item>
          ) : (
            <Menu.Item key={label} leftSection={icon} component="a" href={download} download>
              {label}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
