import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
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
        <Dialog onClose={() => setAsking(false)} title={text.newKey}>
          <Text size="sm">{text.newKeyConfirm}</Text>
          <Group justify="flex-end" mt={16}>
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.shell.cancel}
            </Button>
            <Button
              loading={edit.isPending}
              onClick={() => edit.mutate({ newWriteKey: true }, { onSuccess: () => setAsking(false) })}
            >
              {text.newKey}
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}
