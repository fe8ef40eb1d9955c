import { Popover } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';

/** What such a sheet is given. */
export interface PickingProps {
  readonly label: string;
  readonly button: (button: { onClick: () => void }) => ReactElement;
  readonly children: (close: () => void) => ReactNode;
}

/** The small sheet at its button, open when it appears. */
export function OpenedPopover({ label, button, children }: PickingProps): ReactNode {
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      returnFocus
    >
      <Popover.Target>{button({ onClick: () => setOpen(!isOpen) })}</Popover.Target>
      <Popover.Dropdown p={8} aria-label={label}>
        {isOpen && children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
