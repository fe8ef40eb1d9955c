import { Button } from '@mantine/core';
import {
  IconCirclesRelation,
  IconFileUpload,
  IconFilter,
  IconList,
  IconPlus,
  IconTrophy,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { MenuButton } from '../../parts/menu-button.tsx';

const ImportDialog = lazy(async () => ({
  default: (await import('../upload/import-dialog.tsx')).ImportDialog,
}));

const WAYS = [
  ['condition', IconFilter],
  ['set', IconCirclesRelation],
  ['list', IconList],
  ['ranking', IconTrophy],
] as const;

/** The ways to a new audience. */
export function NewAudience(): ReactNode {
  const words = useWords().audiences;
  const navigate = useNavigate();
  const [isImporting, setImporting] = useState(false);
  return (
    <>
      <MenuButton
        width={280}
        target={<Button leftSection={<IconPlus size={16} aria-hidden />}>{words.create}</Button>}
        choices={[
          ...WAYS.map(([kind, WayIcon]) => ({
            label: words.creates[kind],
            icon: <WayIcon size={16} aria-hidden />,
            onChoose: () =>
              void navigate({ to: '/audiences/new', search: kind === 'condition' ? {} : { kind } }),
          })),
          {
            label: words.creates.file,
            icon: <IconFileUpload size={16} aria-hidden />,
            onChoose: () => setImporting(true),
          },
        ]}
      />
      {isImporting && (
        <Suspense>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  );
}
