import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PickingProps } from './picking-popover.tsx';

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
