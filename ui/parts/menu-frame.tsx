import { Menu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { MenuLook } from './menu.tsx';
import { MenuContext } from './menu-context.ts';

/** The menu of a button that was pressed; it is open when it appears. */
export function MenuFrame({
  target,
  children,
  maxHeight,
  ...look
}: MenuLook & { readonly target: ReactElement; readonly children: ReactNode }): ReactNode {
  return (
    <MenuContext value={Menu}>
      <Menu defaultOpened position="bottom-end" {...look}>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown {...(maxHeight ? { mah: maxHeight, style: { overflowY: 'auto' } } : {})}>
          {children}
        </Menu.Dropdown>
      </Menu>
    </MenuContext>
  );
}
