import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { UndoRedo } from '../../conditions/undo-redo.tsx';
import { useWords } from '../../language/speech.tsx';
import type { Standing } from './queries.ts';
import type { Draft } from './use-draft.ts';
import type { useSave } from './use-save.ts';

/** Undo, revert, save and publish. */
export function Actions(props: {
  readonly draft: Draft;
  readonly standing: Standing | null;
  readonly save: ReturnType<typeof useSave>;
  readonly isNamed: boolean;
  readonly onPublish: () => void;
}): ReactNode {
  const words = useWords().audienceEdit;
  const { draft, save, isNamed } = props;
  return (
    <>
      <UndoRedo history={draft.history} />
      <Revert draft={draft} standing={props.standing} />
      <Button
        variant="default"
        loading={save.isSaving}
        disabled={!draft.isUnsaved || !isNamed}
        onClick={save.save}
      >
        {words.save}
      </Button>
      <Button disabled={!isNamed} onClick={props.onPublish}>
        {words.publish}
      </Button>
    </>
  );
}

function Revert(props: { readonly draft: Draft; readonly standing: Standing | null }): ReactNode {
  const words = useWords().audienceEdit;
  const { draft, standing } = props;
  const { live } = standing ?? {};
  if (draft.isUnsaved)
    return (
      <Button variant="subtle" onClick={draft.revert}>
        {words.revert}
      </Button>
    );
  if (!live || !standing?.draft) return null;
  return (
    <Button variant="subtle" onClick={() => draft.change(live)}>
      {words.revertToLive}
    </Button>
  );
}
