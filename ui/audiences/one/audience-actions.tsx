import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { MenuButton } from '../../parts/menu-button.tsx';
import type { MenuChoice } from '../../parts/menu-choice.ts';
import type { AudienceDetail } from '../queries.ts';
import { useRankNow } from './use-rank-now.ts';

const RetireDialog = lazy(async () => ({ default: (await import('./retire-dialog.tsx')).RetireDialog }));
const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }));
const SnapshotDialog = lazy(async () => ({
  default: (await import('./snapshot-dialog.tsx')).SnapshotDialog,
}));

type DialogName = 'pause' | 'archive' | 'publish' | 'snapshot';

/** What can be done with an audience as it stands. A part is changed with the whole. */
export function AudienceActions({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const may = useMay();
  const navigate = useNavigate();
  const [open, setOpen] = useState<DialogName>();
  const rank = useRankNow(audience.id);
  if (!may('audiences.write') || !may('definitions.write')) return null;
  const { id, state } = audience;
  const isWhole = audience.partOf === undefined;
  const opens = (name: DialogName, label: string): MenuChoice => ({ label, onChoose: () => setOpen(name) });
  const close = (): void => setOpen(undefined);
  return (
    <>
      {isWhole && (
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/audiences/$id/edit', params: { id } })}
        >
          {words.edit}
        </Button>
      )}
      <MenuButton
        target={
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden />} loading={rank.isPending}>
            {words.actions}
          </Button>
        }
        choices={[
          ...(isWhole && state !== 'live' ? [opens('publish', words.publish)] : []),
          ...(isWhole && state === 'live' ? [opens('pause', words.pause)] : []),
          ...(audience.versionInForce === null ? [] : [opens('snapshot', words.snapshot)]),
          ...(audience.kind === 'ranking' && state === 'live'
            ? [{ label: words.rankNow, onChoose: () => rank.mutate() }]
            : []),
          ...(isWhole && state !== 'archived'
            ? [{ ...opens('archive', words.archive), isDangerous: true }]
            : []),
        ]}
      />
      <Suspense>
        {(open === 'pause' || open === 'archive') && (
          <RetireDialog audience={audience} action={open} onClose={close} />
        )}
        {open === 'publish' && <PublishDialog audience={audience} onClose={close} />}
        {open === 'snapshot' && <SnapshotDialog audience={audience} onClose={close} />}
      </Suspense>
    </>
  );
}
