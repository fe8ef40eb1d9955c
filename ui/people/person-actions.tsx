import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { MenuButton } from '../parts/menu-button.tsx';
import type { Person } from './queries.ts';

/** Dialogs are loaded when they are opened: most visits look. */
const CallDialog = lazy(async () => ({ default: (await import('./acts/call-dialog.tsx')).CallDialog }));
const ConsentDialog = lazy(async () => ({
  default: (await import('./acts/consent-dialog.tsx')).ConsentDialog,
}));
const NoteDialog = lazy(async () => ({ default: (await import('./acts/note-dialog.tsx')).NoteDialog }));
const MergeDialog = lazy(async () => ({
  default: (await import('./joining/merge-dialog.tsx')).MergeDialog,
}));

type DialogName = 'call' | 'consent' | 'note' | 'merge';

/** What an agent can do for her. */
export function PersonActions({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people;
  const [open, setOpen] = useState<DialogName>();
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
      <MenuButton
        target={
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {words.person.actions}
          </Button>
        }
        choices={[{ label: words.person.merge, onChoose: () => setOpen('merge') }]}
      />
      <Suspense>
        {open === 'call' && <CallDialog person={person} onClose={close} />}
        {open === 'consent' && <ConsentDialog person={person} onClose={close} />}
        {open === 'note' && <NoteDialog person={person} onClose={close} />}
        {open === 'merge' && <MergeDialog person={person} onClose={close} />}
      </Suspense>
    </>
  );
}
