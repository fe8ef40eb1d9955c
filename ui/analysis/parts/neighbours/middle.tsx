import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { ValueChoice } from '../../diagrams/value-choice.tsx';
import { useNames } from '../../model/use-names.ts';
import type { SetupProps } from '../../part-kind.ts';
import { middleText } from './middle-text.ts';
import type { NeighboursQuery } from './query.ts';

/** The value in the middle. */
export function Middle({ query, asked, isFixed, onQuery }: SetupProps<NeighboursQuery>): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  return (
    <ValueChoice
      label={words.flow.value}
      said={middleText(query, names) || words.choose}
      dimension={query.dimension}
      range={asked.range}
      isFixed={isFixed}
      onPick={(value) => onQuery((now) => ({ ...now, value }))}
    />
  );
}
