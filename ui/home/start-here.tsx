import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Empty } from '../parts/empty.tsx';
import { Panel } from '../parts/panel.tsx';

/** What to do while there are no events. */
export function StartHere(): ReactNode {
  const words = useWords().home.start;
  return (
    <Panel title={words.title}>
      <Empty why={words.why}>
        <Link to="/settings/sources">{words.sources}</Link>
      </Empty>
    </Panel>
  );
}
