import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';

/** How a figure moved against another period: sign, share, and the basis in words. More is good unless told otherwise. */
export function Delta(props: {
  readonly now: number;
  readonly before: number;
  readonly basis: string;
  readonly isMoreGood?: boolean;
}): ReactNode {
  const words = useWords().shell;
  const format = useFormat();
  const { now, before, basis, isMoreGood = true } = props;
  if (before === 0)
    return (
      <span className="dimmed">
        {now === 0 ? words.noChange : words.noneBefore} {basis}
      </span>
    );
  const share = (now - before) / Math.abs(before);
  const isUp = share > 0;
  const isFlat = Math.abs(share) < 0.0005;
  const color = isFlat ? 'inherit' : isUp === isMoreGood ? 'var(--good)' : 'var(--bad)';
  return (
    <span>
      <span style={{ color, fontWeight: 600 }}>
        {isFlat ? '' : isUp ? '▲ ' : '▼ '}
        {format.percent(Math.abs(share))}
      </span>{' '}
      <span className="dimmed">{basis}</span>
    </span>
  );
}
