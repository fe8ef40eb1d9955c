import { lazy, type ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { OnDemand } from '../../parts/on-demand.tsx';
import { Said } from './choice.tsx';
import { durationText } from './duration-text.ts';
import type { DurationProps } from './opened-duration.tsx';
import { Pill } from './pill.tsx';

const OpenedDuration = lazy(async () => ({
  default: (await import('./opened-duration.tsx')).OpenedDuration,
}));

/** A stretch of time as a pill: some that are usual, any other by number and unit, and perhaps none. */
export function DurationChoice(props: DurationProps): ReactNode {
  const { language } = useSpeech();
  const { label, value, none, isFixed } = props;
  const said = value === undefined ? (none ?? '') : durationText(value, language);
  if (isFixed) return <Said label={label}>{said}</Said>;
  return (
    <OnDemand target={<Pill label={label}>{said}</Pill>}>
      {(target) => <OpenedDuration {...props} target={target} />}
    </OnDemand>
  );
}
