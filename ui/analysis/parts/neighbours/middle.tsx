import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { ValueChoice } from '../../diagrams/value-choice.tsx';
import type { SetupProps } from '../../part-kind.ts';
import type { NeighboursQuery } from './query.ts';

/** The value in the middle. */
export function Middle({ query, asked, isFixed, onQuery }: SetupProps<NeighboursQuery>): ReactNode {
  const words = useWords().diagrams;
  return (
    <ValueChoice
      label={words.flow.value}
      said={[query.value].flat().join(' / ') || words.choose}
      dimension={query.dimension}
      range={asked.range}
      isFixed={isFixed}
      onPick={(value) => onQuery((now) => ({ ...now, value }))}
    />
  );
}
