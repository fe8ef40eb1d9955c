import { Popover } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';

/** A button that opens a small sheet to pick something from; what is in it is made when it opens. */
export function PickingPopover(props: {
  readonly label: string;
  readonly button: (button: { onClick: () => void }) => ReactElement;
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
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
      <Popover.Target>{props.button({ onClick: () => setOpen(!isOpen) })}</Popover.Target>
      <Popover.Dropdown p={8} aria-label={props.label}>
        {isOpen && props.children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
