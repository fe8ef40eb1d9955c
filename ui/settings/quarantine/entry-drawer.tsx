import { Button, Group, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { SideSheet } from '../../parts/side-sheet.tsx';
import type { Entry } from './queries.ts';
import { useQuarantineOrders } from './use-quarantine-orders.ts';

/** A refused event: why, and its text, which can be corrected before it is sent again. */
export function EntryDrawer(props: { readonly entry: Entry; readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const text = words.settings.quarantine;
  const format = useFormat();
  const { entry, onClose } = props;
  const original = JSON.stringify(entry.event, null, 2);
  const [draft, setDraft] = useState(original);
  const { replay } = useQuarantineOrders(onClose);
  const corrected = parse(draft);
  const isChanged = draft !== original;
  return (
    <SideSheet onClose={onClose} size="lg" title={entry.reason}>
      <Text size="sm">{entry.message}</Text>
      <Text size="xs" c="dimmed" mb={8}>
        {format.moment(entry.received)} · {entry.source}
      </Text>
      <Textarea
        label={text.event}
        description={entry.clipped ? text.clippedHint : text.correctHint}
        autosize
        minRows={10}
        maxRows={24}
        error={corrected === undefined ? text.notJson : undefined}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt={12}>
        <Button
          disabled={corrected === undefined || (entry.clipped && !isChanged)}
          loading={replay.isPending}
          onClick={() =>
            replay.mutate([isChanged ? { key: entry.key, event: corrected?.value } : { key: entry.key }])
          }
        >
          {isChanged ? text.replayCorrected : text.replay}
        </Button>
      </Group>
    </SideSheet>
  );
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // While somebody types it is no JSON now and then; the field says so.
    return undefined;
  }
}
