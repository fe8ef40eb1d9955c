import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';

const FLAT = 0.0005;

interface ChangeProps {
  readonly change: number | null | undefined;
  /** Whether the move is for the better; undefined where up is. */
  readonly isBetter?: boolean | null | undefined;
  /** The value of the comparison, written. */
  readonly previous?: string | undefined;
}

/** How a number moved against the comparison: sign and share, green where that is better, the value before in the title. */
export function Change(props: ChangeProps): ReactNode {
  const format = useFormat();
  return <ChangeText {...props} percent={format.percent} />;
}

/** The same where many stand beside each other and the format is at hand: asking for it in every cell is dear. */
export function ChangeText(props: ChangeProps & { readonly percent: (share: number) => string }): ReactNode {
  const words = useWords().analysis;
  const { change, previous } = props;
  if (change === undefined) return null;
  const title = previous === undefined ? undefined : words.before(previous);
  if (change === null)
    return (
      <span className="dimmed" title={title}>
        —
      </span>
    );
  const isFlat = Math.abs(change) < FLAT;
  const isGood = props.isBetter ?? change > 0;
  return (
    <span
      title={title}
      style={{
        color: isFlat ? 'var(--mantine-color-dimmed)' : isGood ? 'var(--good)' : 'var(--bad)',
        fontSize: 12,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      }}
    >
      {isFlat ? '' : change > 0 ? '▲ ' : '▼ '}
      {props.percent(Math.abs(change))}
    </span>
  );
}
