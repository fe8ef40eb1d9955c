import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, type Ref, useRef, useState } from 'react';
import { MenuContext } from './menu-context.ts';

/** How a menu lies at its button. */
export interface MenuLook extends Pick<MenuProps, 'position' | 'width' | 'shadow' | 'returnFocus'> {
  /** Pixels; a longer menu scrolls. */
  readonly maxHeight?: number;
}

/** The menu of a button that was pressed; it is open when it appears. */
export function MenuFrame({
  target,
  children,
  maxHeight,
  returnFocus = true,
  ...look
}: MenuLook & { readonly target: ReactElement; readonly children: ReactNode }): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(true);
  const change = (open: boolean): void => {
    setOpen(open);
    // It was open from the start, so the library knows of no place that the focus came from.
    if (!open && returnFocus) button.current?.focus();
  };
  return (
    <MenuContext value={{ library: Menu, close: () => change(false) }}>
      <Menu opened={isOpen} onChange={change} position="bottom-end" returnFocus={returnFocus} {...look}>
        <Menu.Target>
          {cloneElement(target as ReactElement<{ ref?: Ref<HTMLButtonElement> }>, { ref: button })}
        </Menu.Target>
        <Menu.Dropdown {...(maxHeight ? { mah: maxHeight, style: { overflowY: 'auto' } } : {})}>
          {children}
        </Menu.Dropdown>
      </Menu>
    </MenuContext>
  );
}
