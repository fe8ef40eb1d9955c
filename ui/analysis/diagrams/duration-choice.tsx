import { lazy, type ReactNode, Suspense } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Menu, MenuDivider, MenuLabel } from '../../parts/menu.tsx';
import { Said } from './choice.tsx';
import { durationText } from './duration-text.ts';
import { Pill, PillItem } from './pill.tsx';

const OtherDuration = lazy(async () => ({ default: (await import('./other-duration.tsx')).OtherDuration }));

/** A stretch of time as a pill: some that are usual, any other by number and unit, and perhaps none. */
export function DurationChoice(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly usual: readonly string[];
  /** What it means when there is none; without it there must be one. */
  readonly none?: string;
  readonly onChange: (value: string | undefined) => void;
  readonly isFixed: boolean;
}): ReactNode {
  const { words, language } = useSpeech();
  const { label, value, usual, none, onChange, isFixed } = props;
  const text = (each: string | undefined): string =>
    each === undefined ? (none ?? '') : durationText(each, language);
  if (isFixed) return <Said label={label}>{text(value)}</Said>;
  return (
    <Menu position="bottom-start" shadow="md" target={<Pill label={label}>{text(value)}</Pill>}>
      {(none === undefined ? usual : [undefined, ...usual]).map((each) => (
        <PillItem key={each ?? ''} isChosen={each === value} onChoose={() => onChange(each)}>
          {text(each)}
        </PillItem>
      ))}
      <MenuDivider />
      <MenuLabel>{words.diagrams.otherDuration}</MenuLabel>
      <Suspense>
        <OtherDuration value={value} onChange={onChange} />
      </Suspense>
    </Menu>
  );
}
