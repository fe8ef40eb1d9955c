import { Popover } from '@mantine/core';
import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from 'react';

/** What such a sheet is given. */
export interface PickingProps {
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
}

/** The small sheet at its button, open when it appears. */
export function OpenedPopover({
  label,
  target,
  children,
}: PickingProps & { readonly target: ReactElement }): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(true);
  const change = (open: boolean): void => {
    setOpen(open);
    // It was open from the start, so the library knows of no place that the focus came from.
    if (!open) button.current?.focus();
  };
  return (
    <Popover opened={isOpen} onChange={change} position="bottom-start" shadow="md" width={300} trapFocus>
      <Popover.Target>
        {cloneElement(target as ReactElement<ComponentProps<'button'>>, {
          ref: button,
          onClick: () => change(!isOpen),
        })}
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={label}>
        {isOpen && children(() => change(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
