import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useEditor, useIsReadOnly } from '../editor-context.ts';
import { type Doc, isDoc } from '../model/json.ts';
import type { PartProps } from './part.ts';

const INDENT = 2;
const ROWS_MAX = 16;

/** A part as JSON: one that the controls cannot show, or that somebody wants to write. Its plain words stand above. */
export function OpaquePart(
  props: Pick<PartProps, 'part' | 'onChange'> & { readonly why?: boolean },
): ReactNode {
  const words = useWords().conditions.json;
  const isReadOnly = useIsReadOnly();
  const { say } = useEditor();
  const { part } = props;
  const written = JSON.stringify(part, null, INDENT);
  const [text, setText] = useState<string>();
  const [error, setError] = useState<string>();
  const apply = (): void => {
    const read = readJson(text ?? written);
    setError('error' in read ? read.error : undefined);
    if ('error' in read) return;
    setText(undefined);
    props.onChange(read.document);
  };
  return (
    <div className={styles.opaque}>
      <div>{say(part)}</div>
      {props.why && <div className="dimmed">{words.why}</div>}
      <Textarea
        aria-label={words.label}
        classNames={{ input: 'mono' }}
        value={text ?? written}
        disabled={isReadOnly}
        error={error === undefined ? undefined : `${words.broken} ${error}`}
        rows={Math.min(ROWS_MAX, written.split('\n').length)}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!isReadOnly && (
        <Button size="compact-xs" variant="default" disabled={text === undefined} onClick={apply}>
          {words.apply}
        </Button>
      )}
    </div>
  );
}

function readJson(text: string): { readonly document: Doc } | { readonly error: string } {
  try {
    const document: unknown = JSON.parse(text);
    return isDoc(document) ? { document } : { error: '{ … }' };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
