import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './conditions.module.css';
import { useEditor } from './editor-context.ts';
import { insert } from './model/moves.ts';
import { useEventItems } from './use-choices.ts';

const SUGGESTED = ['Order Completed', 'Product Viewed', 'Product Added', 'Email Opened'];

/** What an empty editor shows: how to begin, with what most people begin with. */
export function Start({ title }: { readonly title: string }): ReactNode {
  const words = useWords().conditions;
  const { root, act, newId, focus, isReadOnly } = useEditor();
  const items = useEventItems().filter(({ value }) => SUGGESTED.includes(value));
  if (isReadOnly) return <Text c="dimmed">{words.everybody}</Text>;
  return (
    <div className={styles.start}>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {words.startText}
      </Text>
      <Group gap={6}>
        {items.map(({ value, label }) => (
          <Button
            key={value}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              const id = newId();
              const part = { did: { event: value } };
              act((tree) => insert(tree, { group: root.id, at: 0 }, { kind: 'leaf', id, nots: 0, part }));
              focus(id);
            }}
          >
            {label}
          </Button>
        ))}
      </Group>
    </div>
  );
}
