import { Button, Menu } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Compare, Range } from '../api-types.ts';
import { PRESETS } from './presets.ts';
import { compareText, rangeText } from './range-text.ts';

/** The range of a workspace, panel or part, and what it is compared with. */
export function RangePicker(props: {
  readonly range: Range;
  readonly compare: Compare | undefined;
  readonly onChange: (range: Range, compare: Compare | undefined) => void;
}): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const { range, compare, onChange } = props;
  const text = rangeText(range, words.ranges, format);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconCalendar size={14} aria-hidden />}>
          {compare ? `${text} · ${compareText(compare, words.ranges, format)}` : text}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PRESETS.map((preset) => (
          <Menu.Item key={JSON.stringify(preset)} onClick={() => onChange(preset, compare)}>
            {rangeText(preset, words.ranges, format)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{words.comparison}</Menu.Label>
        <Menu.Item onClick={() => onChange(range, undefined)}>{words.ranges.none}</Menu.Item>
        <Menu.Item onClick={() => onChange(range, 'previous')}>{words.ranges.previous}</Menu.Item>
        <Menu.Item onClick={() => onChange(range, 'year-before')}>{words.ranges.yearBefore}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
