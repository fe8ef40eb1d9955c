import '@mantine/core/styles/Switch.css';
import { Group, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../../api/client.ts';
import { newId } from '../../../browser.ts';
import { useWords } from '../../../language/speech.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { DialogForm } from '../../../parts/dialog-form.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useWorkbench } from '../../workspace/workbench.ts';
import { annotationsQuery } from './annotations.ts';

const TITLE_MAX = 200;
const TEXT_MAX = 2_000;

/** Says what happened outside of the data on some days; it shows in every trend of these days. */
export function AnnotationDialog(props: { readonly day: string; readonly onClose: () => void }): ReactNode {
  const words = useWords().parts.trend;
  const shell = useWords().shell;
  const { id: workspace } = useWorkbench();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [from, setFrom] = useState(props.day);
  const [to, setTo] = useState(props.day);
  const [isForAll, setForAll] = useState(true);
  const save = useMutation({
    mutationFn: () => {
      const document = {
        title: title.trim(),
        ...(text.trim() === '' ? {} : { text: text.trim() }),
        from,
        ...(to > from ? { to } : {}),
        ...(isForAll || workspace === undefined ? {} : { workspaces: [workspace] }),
      };
      const path = { kind: 'annotation', id: newId() };
      return must(api.POST('/api/definitions/{kind}/{id}/publish', { params: { path }, body: { document } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: annotationsQuery.queryKey });
      props.onClose();
    },
  });
  return (
    <Dialog title={words.annotate} onClose={props.onClose}>
      <DialogForm
        verb={shell.save}
        isBusy={save.isPending}
        onSubmit={() => save.mutate()}
        onClose={props.onClose}
      >
        <TextInput
          label={words.annotationTitle}
          value={title}
          maxLength={TITLE_MAX}
          required
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={words.annotationText}
          value={text}
          maxLength={TEXT_MAX}
          autosize
          minRows={2}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group grow>
          <TextInput
            type="date"
            label={words.from}
            value={from}
            required
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.to}
            value={to}
            min={from}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Group>
        <Switch
          label={words.forAll}
          checked={isForAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
        />
        {save.isError && <Failure isDeed error={save.error} />}
      </DialogForm>
    </Dialog>
  );
}
