import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Panel } from '../../parts/panel.tsx';
import { type AudienceDoc, changed } from './document.ts';
import styles from './edit.module.css';

/** What an audience is called and what it is for; a new one may choose its id. */
export function Basics(props: {
  readonly document: AudienceDoc;
  readonly onChange: (document: AudienceDoc) => void;
  readonly isReadOnly: boolean;
  readonly id?: string;
  readonly onId?: (id: string) => void;
}): ReactNode {
  const words = useWords().audienceEdit;
  const { document, onChange, isReadOnly, id, onId } = props;
  return (
    <Panel title={words.what}>
      <div className={styles.basics}>
        <TextInput
          label={words.name}
          required
          maxLength={200}
          disabled={isReadOnly}
          autoComplete="off"
          value={document.name}
          onChange={(event) => onChange(changed(document, { name: event.currentTarget.value }))}
        />
        {onId && (
          <TextInput
            label={words.id}
            maxLength={128}
            autoComplete="off"
            value={id ?? ''}
            onChange={(event) => onId(event.currentTarget.value.replace(/[^A-Za-z0-9_.:-]/g, '-'))}
          />
        )}
        <TextInput
          label={words.description}
          maxLength={2_000}
          disabled={isReadOnly}
          value={document.description ?? ''}
          onChange={(event) =>
            onChange(changed(document, { description: event.currentTarget.value || undefined }))
          }
        />
      </div>
    </Panel>
  );
}
