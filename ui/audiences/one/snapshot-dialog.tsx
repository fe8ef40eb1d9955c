import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { Failure } from '../../parts/failure.tsx';
import { idOf } from '../../parts/id-of.ts';
import { useNow } from '../../parts/use-now.ts';
import type { AudienceDetail } from '../queries.ts';

/** Keeps who is in an audience now as a list of its own. */
export function SnapshotDialog(props: {
  readonly audience: AudienceDetail;
  readonly onClose: () => void;
}): ReactNode {
  const text = useWords().audiences;
  const format = useFormat();
  const now = useNow();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { audience } = props;
  const [name, setName] = useState(`${audience.name}, ${format.day(now)}`);
  const snapshot = useMutation({
    mutationFn: () =>
      must(
        api.POST('/api/audiences/{id}/snapshots', {
          params: { path: { id: audience.id } },
          // Names without a Latin letter make no id.
          body: { id: idOf(name) || newId(), name: name.trim() },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['audiences'] });
      props.onClose();
      await navigate({ to: '/audiences/$id', params: { id } });
    },
  });
  return (
    <Dialog onClose={props.onClose} title={text.snapshot.replace(/\s?…$/, '')}>
      <DialogForm
        verb={text.snapshotVerb}
        isBusy={snapshot.isPending}
        onSubmit={() => snapshot.mutate()}
        onClose={props.onClose}
      >
        <Text size="sm">{text.snapshotWhy}</Text>
        <TextInput
          label={text.columns.name}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        {snapshot.isError && <Failure isDeed error={snapshot.error} />}
      </DialogForm>
    </Dialog>
  );
}
