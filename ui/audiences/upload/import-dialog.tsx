import { Button, Group, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { Failure } from '../../parts/failure.tsx';
import { idOf } from '../../parts/id-of.ts';
import { FileFields } from './file-fields.tsx';
import { Report } from './report.tsx';
import { useUpload } from './use-upload.ts';

/** Makes a list of the people of a CSV file. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const text = words.audiences;
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [namespace, setNamespace] = useState('');
  const upload = useUpload();
  // Names without a Latin letter make no id.
  const [spare] = useState(newId);
  const id = idOf(name) || spare;
  return (
    <Dialog onClose={onClose} title={text.creates.file} size="lg">
      {upload.data ? (
        <Stack gap="sm">
          <Report report={upload.data} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.shell.close}
            </Button>
            <Button renderRoot={(rest) => <Link to="/audiences/$id" params={{ id }} {...rest} />}>
              {text.upload.open}
            </Button>
          </Group>
        </Stack>
      ) : (
        <DialogForm
          verb={text.upload.verb}
          isBusy={upload.isPending}
          onSubmit={() =>
            file ? upload.mutate({ id, name: name.trim(), file, namespace }) : setMissing(true)
          }
          onClose={onClose}
        >
          <TextInput
            label={text.columns.name}
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <FileFields
            file={file}
            isMissing={isMissing}
            onFile={setFile}
            namespace={namespace}
            onNamespace={setNamespace}
          />
          {upload.isError && <Failure isDeed error={upload.error} />}
        </DialogForm>
      )}
    </Dialog>
  );
}
