import { Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Compare, Range } from '../api-types.ts';
import { Days } from './days.tsx';
import { PRESETS } from './presets.ts';
import styles from './range.module.css';
import { compareText, rangeText } from './range-text.ts';
import { Rolling, Units } from './rules.tsx';

const WAYS = ['days', 'rolling', 'units'] as const;
type Way = (typeof WAYS)[number];
const WAY_OF: Readonly<Record<Way, typeof Days>> = { days: Days, rolling: Rolling, units: Units };
const OWN = 'own';

/** Chooses a stretch of time: one of the usual, days of a calendar, a rolling one, or whole units; and what it is compared with. */
export function RangeDialog(props: {
  readonly range: Range;
  readonly compare: Compare | undefined;
  readonly onChange: (range: Range, compare: Compare | undefined) => void;
  readonly onClose: () => void;
  /** What it is about, where that is not the whole page. */
  readonly title?: string;
  /** Some questions compare nothing. */
  readonly isWithoutCompare?: boolean;
  /** Takes what is around it again; there is nothing to take again without. */
  readonly inherit?: { readonly label: string; readonly onInherit: () => void } | undefined;
}): ReactNode {
  const say = useWords().analysis;
  const format = useFormat();
  const { inherit } = props;
  const [range, setRange] = useState(props.range);
  const [compare, setCompare] = useState(props.compare);
  const [way, setWay] = useState<Way>('last' in range ? 'rolling' : 'calendar' in range ? 'units' : 'days');
  const Chooser = WAY_OF[way];
  const text = rangeText(range, say.ranges, format);
  return (
    <Dialog title={props.title ?? say.chooseRange} onClose={props.onClose} size="auto">
      <div className={styles.columns}>
        <ul className={styles.presets} aria-label={say.usual}>
          {PRESETS.map((preset) => (
            <li key={JSON.stringify(preset)}>
              <button
                type="button"
                className={styles.preset}
                aria-pressed={JSON.stringify(preset) === JSON.stringify(range)}
                onClick={() => {
                  setRange(preset);
                  setWay('last' in preset ? 'rolling' : 'units');
                }}
              >
                {rangeText(preset, say.ranges, format)}
              </button>
            </li>
          ))}
        </ul>
        <Stack gap="sm">
          <SegmentedControl
            size="xs"
            value={way}
            aria-label={say.rangeWay}
            data={WAYS.map((value) => ({ value, label: say.rangeWays[value] }))}
            onChange={(next) => setWay(WAYS.find((each) => each === next) ?? 'days')}
          />
          <Chooser range={range} onRange={setRange} />
          {!props.isWithoutCompare && <Comparison compare={compare} onCompare={setCompare} />}
        </Stack>
      </div>
      <Group justify="space-between" mt="md">
        <span className="dimmed" aria-live="polite">
          {compare && !props.isWithoutCompare
            ? say.versus(text, compareText(compare, say.ranges, format))
            : text}
        </span>
        <Group gap="xs">
          {inherit && (
            <Button
              variant="default"
              onClick={() => {
                inherit.onInherit();
                props.onClose();
              }}
            >
              {inherit.label}
            </Button>
          )}
          <Button
            onClick={() => {
              props.onChange(range, compare);
              props.onClose();
            }}
          >
            {say.apply}
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}

/** What the range is compared with: nothing, as much before, a year before, or days of one's own. */
function Comparison({
  compare,
  onCompare,
}: {
  readonly compare: Compare | undefined;
  readonly onCompare: (compare: Compare | undefined) => void;
}): ReactNode {
  const say = useWords().analysis;
  const isOwn = compare !== undefined && typeof compare !== 'string';
  return (
    <>
      <NativeSelect
        label={say.comparison}
        value={isOwn ? OWN : (compare ?? '')}
        onChange={({ currentTarget: { value } }) => {
          if (value === OWN) onCompare({ calendar: 'month', back: 1 });
          else onCompare(value === 'previous' || value === 'year-before' ? value : undefined);
        }}
        data={[
          { value: '', label: say.ranges.none },
          { value: 'previous', label: say.ranges.previous },
          { value: 'year-before', label: say.ranges.yearBefore },
          { value: OWN, label: say.ranges.own },
        ]}
      />
      {isOwn && (
        <fieldset className={styles.own}>
          <legend>{say.ownComparison}</legend>
          <Units range={compare} onRange={onCompare} />
          <Days range={compare} onRange={onCompare} />
        </fieldset>
      )}
    </>
  );
}
