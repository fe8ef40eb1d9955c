import { TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { type ComponentKind, carry } from '../model/component.ts';
import { useModel, useNames } from '../model/use-names.ts';
import { type Option, optionsOf } from '../pick/options.ts';
import { PRESETS } from '../range/presets.ts';
import { rangeText } from '../range/range-text.ts';
import styles from './rail.module.css';

const SECTIONS: readonly ComponentKind[] = ['dimension', 'metric', 'segment', 'range'];
/** Of each section, before somebody searches. */
const SHOWN = 8;
const FOUND_MAX = 40;

/** What tables and charts are made of, to be dragged onto them. Menus in the charts offer the same. */
export function Rail(): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const model = useModel();
  const names = useNames();
  const [text, setText] = useState('');
  const sections = useMemo(() => {
    const dates = PRESETS.map(
      (range): Option => ({
        key: `range/${JSON.stringify(range)}`,
        label: rangeText(range, words.ranges, format),
        component: { kind: 'range', range },
      }),
    ).filter(({ label }) => label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
    return SECTIONS.map((kind) => ({
      kind,
      options: kind === 'range' ? dates : optionsOf(kind, model, names, text),
    }));
  }, [model, names, text, words, format]);
  const most = text.trim() === '' ? SHOWN : FOUND_MAX;
  return (
    <aside className={styles.rail} aria-label={words.components}>
      <TextInput
        size="xs"
        aria-label={words.findComponent}
        placeholder={words.findComponent}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard. */}
      <div className={styles.scroll} tabIndex={0}>
        {sections.map(({ kind, options }) =>
          options.length === 0 ? null : (
            <section key={kind} aria-label={words.kinds[kind]}>
              <Title order={2} className={styles.heading}>
                {words.kinds[kind]}
              </Title>
              <ul className={styles.list}>
                {options.slice(0, most).map(({ key, label, component }) => (
                  <li
                    key={key}
                    className={styles.component}
                    data-kind={kind}
                    draggable
                    title={label}
                    onDragStart={(event) => carry(event.dataTransfer, component)}
                  >
                    {label}
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </aside>
  );
}
