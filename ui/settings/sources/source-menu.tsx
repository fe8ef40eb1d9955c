import { ActionIcon, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { MenuButton } from '../../parts/menu-button.tsx';
import type { Source } from './source.ts';
import { useEditSource } from './use-edit-source.ts';

/** Switches a source on and off, and replaces its key after a question. */
export function SourceMenu({ source }: { readonly source: Source }): ReactNode {
  const words = useWords();
  const text = words.settings.sources;
  const edit = useEditSource(source.id);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <MenuButton
        target={
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`${words.people.person.actions}: ${source.name}`}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        }
        choices={[
          {
            label: source.enabled ? text.switchOff : text.switchOn,
            onChoose: () => edit.mutate({ enabled: !source.enabled }),
          },
          { label: text.newKey, onChoose: () => setAsking(true) },
        ]}
      />
      {isAsking && (
        <ConfirmDialog
          title={text.newKey}
          verb={text.newKey}
          isBusy={edit.isPending}
          error={undefined}
          onConfirm={() => edit.mutate({ newWriteKey: true }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <Text size="sm">{text.newKeyConfirm}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
