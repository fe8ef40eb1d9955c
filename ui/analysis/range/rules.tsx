import { Group, NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Range } from '../api-types.ts';

type Calendar = Extract<Range, { calendar: string }>;
const UNITS: readonly Calendar['calendar'][] = ['day', 'week', 'month', 'quarter', 'year'];
/** How the API writes a rolling stretch: `30d`. */
const ROLLING = ['h', 'd', 'w', 'mo', 'y'] as const;
const COUNT_MAX = 1_000;

interface RuleProps {
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}

/** So many hours, days … up to this moment. */
export function Rolling({ range, onRange }: RuleProps): ReactNode {
  const say = useWords().analysis;
  const [, count = '30', unit = 'd'] = ('last' in range && /^(\d+)(\w+)$/.exec(range.last)) || [];
  const set = (nextCount: number, nextUnit: string): void =>
    onRange({ last: `${Math.min(COUNT_MAX, Math.max(1, nextCount))}${nextUnit}` });
  return (
    <Group align="end" gap="xs" wrap="nowrap">
      <NumberInput
        label={say.rollingCount}
        value={Number(count)}
        min={1}
        max={COUNT_MAX}
        allowDecimal={false}
        w={110}
        onChange={(next) => set(Number(next) || 1, unit)}
      />
      <NativeSelect
        label={say.rollingUnit}
        value={unit}
        onChange={(event) => set(Number(count), event.currentTarget.value)}
        data={ROLLING.map((value) => ({ value, label: say.rollingUnits[value] }))}
      />
    </Group>
  );
}

/** Whole units by a rule: the last three whole months, this week. It moves with the calendar. */
export function Units({ range, onRange }: RuleProps): ReactNode {
  const say = useWords().analysis;
  const rule: Calendar = 'calendar' in range ? range : { calendar: 'month', back: 1, count: 1 };
  const set = (change: Partial<Calendar>): void => onRange({ ...rule, ...change });
  return (
    <Group align="end" gap="xs" wrap="nowrap">
      <NumberInput
        label={say.ruleCount}
        value={rule.count ?? 1}
        min={1}
        max={COUNT_MAX}
        allowDecimal={false}
        w={84}
        onChange={(count) => set({ count: Math.max(1, Number(count) || 1) })}
      />
      <NativeSelect
        label={say.ruleUnit}
        value={rule.calendar}
        onChange={(event) => {
          const unit = UNITS.find((each) => each === event.currentTarget.value);
          if (unit) set({ calendar: unit });
        }}
        data={UNITS.map((value) => ({ value, label: say.units[value] }))}
      />
      <NumberInput
        label={say.ruleBack}
        value={rule.back ?? 0}
        min={0}
        max={COUNT_MAX}
        allowDecimal={false}
        w={110}
        onChange={(back) => set({ back: Math.max(0, Number(back) || 0) })}
      />
    </Group>
  );
}
