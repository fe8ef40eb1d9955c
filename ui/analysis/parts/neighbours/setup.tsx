import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import type { SetupProps } from '../../part-kind.ts';
import { Middle } from './middle.tsx';
import type { NeighboursQuery } from './query.ts';

/** Until there is a value there is nothing that could have neighbours. */
export function NeighboursSetup(props: SetupProps<NeighboursQuery>): ReactNode {
  const words = useWords().diagrams.neighbours;
  return (
    <div className={diagrams.setup}>
      <span>{words.setup}</span>
      <Middle {...props} />
    </div>
  );
}
