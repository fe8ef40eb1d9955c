import '@mantine/core/styles/RadioIndicator.css';
import '@mantine/core/styles/Radio.css';
import { Button, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Form } from '../../parts/form.tsx';
import { Panel } from '../../parts/panel.tsx';
import { FileFields } from './file-fields.tsx';
import { Report } from './report.tsx';
import { useUpload } from './use-upload.ts';

/** Puts the people of a file on a list, and reports what became of its rows. */
export function UploadPanel({ id }: { readonly id: string }): ReactNode {
  const words = useWords().audiences.upload;
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [namespace, setNamespace] = useState('');
  const [mode, setMode] = useState<'add' | 'replace'>('add');
  const upload = useUpload();
  return (
    <Panel title={words.title}>
      <Form onSubmit={() => (file ? upload.mutate({ id, file, namespace, mode }) : setMissing(true))}>
        <Stack gap="sm">
          <FileFields
            file={file}
            isMissing={isMissing}
            onFile={setFile}
            namespace={namespace}
            onNamespace={setNamespace}
          />
          <Radio.Group
            aria-label={words.mode}
            value={mode}
            onChange={(value) => setMode(value === 'replace' ? 'replace' : 'add')}
          >
            <Stack gap={6}>
              <Radio value="add" label={words.add} />
              <Radio value="replace" label={words.replace} />
            </Stack>
          </Radio.Group>
          <Button type="submit" loading={upload.isPending}>
            {words.verb}
          </Button>
        </Stack>
      </Form>
      {upload.isError && <Failure isDeed error={upload.error} />}
      {upload.data && <Report report={upload.data} />}
    </Panel>
  );
}
