import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { CallDialog } from './acts/call-dialog.tsx';
import { ConsentDialog } from './acts/consent-dialog.tsx';
import { NoteDialog } from './acts/note-dialog.tsx';
import { MergeDialog } from './joining/merge-dialog.tsx';
import type { Person } from './queries.ts';

type Dialog = 'call' | 'consent' | 'note' | 'merge';

/** What an agent can do for her. */
export function PersonActions({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people;
  const [open, setOpen] = useState<Dialog>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setOpen('call')}>
        {words.acts.logCall}
      </Button>
      <Button variant="default" onClick={() => setOpen('consent')}>
        {words.acts.changeConsent}
      </Button>
      <Button variant="default" onClick={() => setOpen('note')}>
        {words.acts.addNote}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {words.person.actions}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('merge')}>{words.person.merge}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'call' && <CallDialog person={person} onClose={close} />}
      {open === 'consent' && <ConsentDialog person={person} onClose={close} />}
      {open === 'note' && <NoteDialog person={person} onClose={close} />}
      {open === 'merge' && <MergeDialog person={person} onClose={close} />}
    </>
  );
}
