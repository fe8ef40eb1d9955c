import { FileInput, NativeSelect } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { namespaceText } from '../../people/match-text.ts';
import { settingsQuery } from '../../settings/queries.ts';

/** A CSV file of people, and what stands in it. */
export function FileFields(props: {
  readonly file: File | null;
  /** Somebody wanted to go on without one. */
  readonly isMissing: boolean;
  readonly onFile: (file: File | null) => void;
  readonly namespace: string;
  readonly onNamespace: (namespace: string) => void;
}): ReactNode {
  const words = useWords();
  const text = words.audiences.upload;
  const { data: settings } = useQuery(settingsQuery);
  return (
    <>
      <FileInput
        label={text.file}
        description={text.fileHint}
        placeholder={text.choose}
        accept=".csv,.txt,text/csv"
        leftSection={<IconFileText size={16} aria-hidden />}
        error={props.isMissing && !props.file && words.shell.wrong.file}
        value={props.file}
        onChange={props.onFile}
      />
      <NativeSelect
        label={text.namespace}
        value={props.namespace}
        data={[
          { value: '', label: text.byHeader },
          ...(settings?.namespaces ?? []).map(({ name }) => ({
            value: name,
            label: namespaceText(name, words.people),
          })),
        ]}
        onChange={(event) => props.onNamespace(event.currentTarget.value)}
      />
    </>
  );
}
