import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { When } from '../../parts/when.tsx';
import { type SetupKind, versionDocument, versionsQuery } from './definitions.ts';
import styles from './setup.module.css';

/** What was changed, when and by whom; an older document can be taken into the form again. */
export function Versions(props: {
  readonly kind: SetupKind;
  readonly id: string;
  readonly onTake: ((document: unknown) => void) | undefined;
}): ReactNode {
  const words = useWords().setup;
  const { kind, id, onTake } = props;
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...versionsQuery(kind, id), enabled: isOpen });
  const take = useMutation({
    mutationFn: (version: number) => versionDocument(kind, id, version),
    onSuccess: (document) => document !== undefined && onTake?.(document),
  });
  return (
    <details className={styles.versions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.versions}</summary>
      <ol className={styles.list}>
        {data?.map(({ version, at, by, action, note }) => (
          <li key={version}>
            <span>
              {words.version(version)} · {words.actions[action] ?? action} · <When time={at} /> · {by}
              {note && ` · ${note}`}
            </span>
            {onTake && action === 'publish' && (
              <Button size="compact-xs" variant="default" onClick={() => take.mutate(version)}>
                {words.take}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
