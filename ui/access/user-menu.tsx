import { ActionIcon } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { lazy, type ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { OnDemand } from '../parts/on-demand.tsx';
import { useMe } from './use-me.ts';

const OpenedUserMenu = lazy(async () => ({
  default: (await import('./opened-user-menu.tsx')).OpenedUserMenu,
}));

/** Who is signed in, where, and the way out. */
export function UserMenu(): ReactNode {
  const words = useWords().access;
  const me = useMe();
  if (!me) return null;
  return (
    <OnDemand
      target={
        <ActionIcon variant="default" size={30} aria-label={words.you(me.user.name)} title={me.user.name}>
          <IconUser size={16} aria-hidden />
        </ActionIcon>
      }
    >
      {(target) => <OpenedUserMenu target={target} me={me} />}
    </OnDemand>
  );
}
