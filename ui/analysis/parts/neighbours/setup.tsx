import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import type { SetupProps } from '../../part-kind.ts';
import type { NeighboursQuery } from './query.ts';
import { ValueChoice } from './value-choice.tsx';

/** Until there is a value there is nothing that could have neighbours. */
export function NeighboursSetup(props: SetupProps<NeighboursQuery>): ReactNode {
  const words = useWords().diagrams.neighbours;
  return (
    <div className={diagrams.setup}>
      <span>{words.setup}</span>
      <ValueChoice {...props} />
    </div>
  );
}
