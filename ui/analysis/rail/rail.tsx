import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useModel, useNames } from '../model/use-names.ts';
import { type Option, optionsOf } from '../pick/options.ts';
import { PRESETS } from '../range/presets.ts';
import { rangeText } from '../range/range-text.ts';
import styles from './rail.module.css';
import { RailSection } from './rail-section.tsx';

const SECTIONS = ['dimension', 'metric', 'segment', 'range'] as const;
type Section = (typeof SECTIONS)[number];
/** Of each section, before somebody searches or looks at one kind alone. */
const SHOWN = 8;
const FOUND_MAX = 40;
const ALONE_MAX = 400;

/** What tables and charts are made of, the most used first, to be dragged onto them. Menus here and in the charts offer the same. */
export function Rail(): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const model = useModel();
  const names = useNames();
  const [text, setText] = useState('');
  const [alone, setAlone] = useState<Section>();
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
  const most = alone ? ALONE_MAX : text.trim() === '' ? SHOWN : FOUND_MAX;
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
        {sections
          .filter(({ kind }) => alone === undefined || alone === kind)
          .map(({ kind, options }) => (
            <RailSection
              key={kind}
              kind={kind}
              options={options}
              most={most}
              isAlone={alone === kind}
              onAlone={(isAlone) => setAlone(isAlone ? kind : undefined)}
            />
          ))}
      </div>
    </aside>
  );
}
