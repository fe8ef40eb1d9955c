import type { ReactElement, ReactNode } from 'react';
import { Menu, MenuItem } from './menu.tsx';
import type { MenuChoice } from './menu-choice.ts';

/** A button with a menu of plain choices. */
export function MenuButton(props: {
  readonly target: ReactElement<object>;
  readonly choices: readonly MenuChoice[];
  readonly width?: number;
}): ReactNode {
  return (
    <Menu target={props.target} width={props.width ?? 'max-content'}>
      {props.choices.map(({ label, icon, isDangerous = false, onChoose, download }) => (
        <MenuItem
          key={label}
          leftSection={icon}
          {...(isDangerous ? { color: 'var(--bad)' } : {})}
          {...(download === undefined ? { onClick: () => onChoose?.() } : { download })}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
