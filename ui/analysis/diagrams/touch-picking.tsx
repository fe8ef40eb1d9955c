import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Range } from '../api-types.ts';
import styles from './diagrams.module.css';
import { DimensionSelect } from './dimension-select.tsx';
import type { Touch } from './touch-text.ts';
import { ValueList } from './value-list.tsx';

/** What is picked from: events, or the values of a dimension. */
export function TouchPicking(props: {
  readonly range: Range;
  readonly onPick: (touch: Touch) => void;
}): ReactNode {
  const words = useWords().diagrams;
  const [kind, setKind] = useState<'event' | 'value'>('event');
  const [dimension, setDimension] = useState('page');
  const { range, onPick } = props;
  return (
    <div className={styles.picking}>
      <SegmentedControl
        size="xs"
        fullWidth
        value={kind}
        aria-label={words.touchKind}
        data={[
          { value: 'event', label: words.event },
          { value: 'value', label: words.valueOfDimension },
        ]}
        onChange={(next) => setKind(next as 'event' | 'value')}
      />
      {kind === 'value' && (
        <DimensionSelect label={words.dimension} value={dimension} onChange={setDimension} />
      )}
      <ValueList
        key={kind === 'event' ? 'event' : dimension}
        dimension={kind === 'event' ? 'event' : dimension}
        range={range}
        label={kind === 'event' ? words.findEvent : words.findValue}
        onPick={(value) =>
          onPick(kind === 'event' ? { event: value } : { dimension, text: { anyOf: [value] } })
        }
      />
    </div>
  );
}
