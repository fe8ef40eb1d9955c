import type { MenuItemProps } from '@mantine/core';
import { type ComponentProps, type ContextType, lazy, type ReactElement, type ReactNode, use } from 'react';
import { MenuContext } from './menu-context.ts';
import type { MenuLook } from './menu-frame.tsx';
import { OnDemand } from './on-demand.tsx';

const MenuFrame = lazy(async () => ({ default: (await import('./menu-frame.tsx')).MenuFrame }));

/**
 * A button with a menu, which is loaded when somebody presses it: a workspace has a hundred of them, and most visits open
 * none. What is in the menu is made of `MenuItem` and the like, which are there as soon as it is.
 */
export function Menu({
  target,
  children,
  ...look
}: MenuLook & { readonly target: ReactElement<object>; readonly children: ReactNode }): ReactNode {
  return (
    <OnDemand target={target}>
      {(button) => (
        <MenuFrame {...look} target={button}>
          {children}
        </MenuFrame>
      )}
    </OnDemand>
  );
}

/** Something that a menu offers: something that is done, or the address of a file to save. */
export function MenuItem({
  download,
  ...props
}: MenuItemProps &
  Omit<ComponentProps<'button'>, 'color' | 'ref'> & { readonly download?: string }): ReactNode {
  const { Item } = useMenu().library;
  if (download === undefined) return <Item {...props} />;
  const { children, leftSection } = props;
  return (
    <Item component="a" href={download} download leftSection={leftSection}>
      {children}
    </Item>
  );
}

/** What the items below have in common. */
export function MenuLabel({ children }: { readonly children: ReactNode }): ReactNode {
  const { Label } = useMenu().library;
  return <Label>{children}</Label>;
}

/** A line between items. */
export function MenuDivider(): ReactNode {
  const { Divider } = useMenu().library;
  return <Divider />;
}

const LONG_PX = 420;

/** An item that opens a menu beside it. */
export function MenuBranch(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const { Sub } = useMenu().library;
  return (
    <Sub>
      <Sub.Target>
        <Sub.Item>{props.label}</Sub.Item>
      </Sub.Target>
      <Sub.Dropdown mah={LONG_PX} style={{ overflowY: 'auto' }}>
        {props.children}
      </Sub.Dropdown>
    </Sub>
  );
}

/** Closes the menu around what stands in it, for what is no item, such as a form. */
export function useMenuClose(): () => void {
  return useMenu().close;
}

function useMenu(): NonNullable<ContextType<typeof MenuContext>> {
  const menu = use(MenuContext);
  if (!menu) throw new Error('this belongs into a menu');
  return menu;
}
