import { Button } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Compare, Range } from '../api-types.ts';
import { compareText, rangeText } from './range-text.ts';

const RangeDialog = lazy(async () => ({ default: (await import('./range-dialog.tsx')).RangeDialog }));

/** The range of a workspace and what it is compared with; a click lets one choose others. */
export function RangePicker(props: {
  readonly range: Range;
  readonly compare: Compare | undefined;
  readonly onChange: (range: Range, compare: Compare | undefined) => void;
}): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { range, compare } = props;
  const text = rangeText(range, words.ranges, format);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalendar size={14} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {compare ? words.versus(text, compareText(compare, words.ranges, format)) : text}
      </Button>
      {isOpen && (
        <Suspense>
          <RangeDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
