import { Button, Menu } from '@mantine/core';
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
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button leftSection={<IconPlus size={16} aria-hidden />}>{words.create}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {WAYS.map(([kind, WayIcon]) => (
            <Menu.Item
              key={kind}
              leftSection={<WayIcon size={16} aria-hidden />}
              onClick={() => void navigate({ to: `/audiences/new?kind=${kind}` as string })}
            >
              {words.creates[kind]}
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconFileUpload size={16} aria-hidden />}
            onClick={() => setImporting(true)}
          >
            {words.creates.file}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isImporting && (
        <Suspense>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  );
}
