import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import type { SetupProps } from '../../part-kind.ts';
import type { OverlapQuery } from './query.ts';
import { Sets } from './sets.tsx';

/** Until there are two segments there is nothing to lay over each other. */
export function OverlapSetup(props: SetupProps<OverlapQuery>): ReactNode {
  const words = useWords().diagrams.overlap;
  return (
    <div className={diagrams.setup}>
      <span>{words.setup}</span>
      <Sets {...props} />
    </div>
  );
}
