import { ActionIcon, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconShare2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Menu, MenuDivider, MenuItem } from '../../parts/menu.tsx';
import { Conflict, isOvertaken } from '../../versions/conflict.tsx';
import type { Workspace } from '../document.ts';
import type { Change } from '../edit.ts';
import type { Kept } from '../queries.ts';
import { NameDialog } from './name-dialog.tsx';
import { publish, useSave } from './use-save.ts';

const ArchiveDialog = lazy(async () => ({ default: (await import('./archive-dialog.tsx')).ArchiveDialog }));
const ShareDialog = lazy(async () => ({ default: (await import('../share/share-dialog.tsx')).ShareDialog }));

interface ActionsProps {
  readonly id: string;
  readonly kept: Kept;
  /** The version that the changes began from. */
  readonly version: number;
  readonly workspace: Workspace;
  readonly isDirty: boolean;
  readonly change: (change: Change) => void;
  /** Forgets the draft and what the address says. */
  readonly onClean: () => void;
}

/** Save, save as, revert, share, describe, archive. */
export function WorkspaceActions(props: ActionsProps): ReactNode {
  const words = useWords().analysis;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { id, kept, workspace, isDirty, onClean } = props;
  const [shown, setShown] = useState<'share' | 'name' | 'description' | 'save-as'>();
  const close = (): void => setShown(undefined);
  const saveAs = useMutation({
    mutationFn: async (name: string) => {
      const copy = newId();
      await publish(copy, { ...workspace, name }, undefined);
      return copy;
    },
    onSuccess: async (copy) => {
      await queries.invalidateQueries({ queryKey: ['analysis', 'workspaces'] });
      onClean();
      close();
      await navigate({ to: '/analysis/$id', params: { id: copy } });
    },
    onError: (error) => notifications.show({ color: 'red', title: words.notSaved, message: error.message }),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconShare2 size={14} aria-hidden />}
        onClick={() => setShown('share')}
      >
        {words.share.open}
      </Button>
      {isDirty && (
        <Button size="xs" variant="default" onClick={onClean}>
          {words.revert}
        </Button>
      )}
      <Save {...props} />
      <More id={id} kept={kept} onShow={setShown} onArchived={onClean} />
      {shown === 'share' && (
        <Suspense>
          <ShareDialog id={id} isDirty={isDirty} onClose={close} />
        </Suspense>
      )}
      {shown === 'save-as' && (
        <NameDialog
          title={words.saveAsTitle}
          label={words.name}
          text={words.copyName(workspace.name)}
          isSaving={saveAs.isPending}
          onText={(name) => saveAs.mutate(name)}
          onClose={close}
        />
      )}
      {shown === 'name' && (
        <NameDialog
          title={words.renameTitle}
          label={words.name}
          text={workspace.name}
          onText={(name) => {
            props.change((found) => ({ ...found, name }));
            close();
          }}
          onClose={close}
        />
      )}
      {shown === 'description' && (
        <NameDialog
          title={words.describe}
          label={words.describe}
          text={workspace.description ?? ''}
          mayBeEmpty
          onText={(text) => {
            props.change(({ description: _, ...found }) =>
              text === '' ? found : { ...found, description: text },
            );
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

/** Saves for everybody; where somebody else was quicker it shows what she did, and asks whose is to stay. */
function Save({ id, version, workspace, isDirty, onClean }: ActionsProps): ReactNode {
  const words = useWords().analysis;
  const save = useSave(id, onClean);
  return (
    <>
      <Button
        size="xs"
        disabled={!isDirty}
        loading={save.isPending}
        onClick={() => save.mutate({ document: workspace, base: version })}
      >
        {words.save}
      </Button>
      {isOvertaken(save) && (
        <Dialog title={words.notSaved} onClose={save.reset} size="lg">
          <Text size="sm">{words.changedMeanwhile}</Text>
          <Conflict
            {...{ kind: 'workspace', id, base: version, isBusy: save.isPending }}
            onKeep={(theirs) => save.mutate({ document: workspace, base: theirs, isOver: true })}
            onTake={() => {
              save.reset();
              onClean();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function More(props: {
  readonly id: string;
  readonly kept: Kept;
  readonly onShow: (what: 'name' | 'description' | 'save-as') => void;
  readonly onArchived: () => void;
}): ReactNode {
  const words = useWords().analysis;
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Menu
        width={200}
        target={
          <ActionIcon variant="default" size={30} aria-label={words.more}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        }
      >
        <MenuItem onClick={() => props.onShow('save-as')}>{words.saveAs}</MenuItem>
        <MenuItem onClick={() => props.onShow('name')}>{words.renameTitle}</MenuItem>
        <MenuItem onClick={() => props.onShow('description')}>{words.describe}</MenuItem>
        <MenuDivider />
        <MenuItem color="red" onClick={() => setAsked(true)}>
          {words.archive}…
        </MenuItem>
      </Menu>
      {isAsked && (
        <Suspense>
          <ArchiveDialog {...props} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  );
}
