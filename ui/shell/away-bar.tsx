import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { isServerThere } from '../api/server-there.ts';
import { useWords } from '../language/speech.tsx';
import styles from './shell.module.css';

const ASK_MS = 5_000;

/** Says above every page that the server is away, and reads everything on it anew when it is back. */
export function AwayBar(): ReactNode {
  const words = useWords().shell.states;
  const queries = useQueryClient();
  const [isAway, setAway] = useState(false);
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        const { action } = event;
        if (action.type === 'success') setAway(false);
        else if (action.type === 'failed' || action.type === 'error')
          setAway(action.error instanceof ApiProblem && action.error.status === 0);
      }),
    [queries],
  );
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(async () => {
      if (!(await isServerThere())) return;
      setAway(false);
      await queries.invalidateQueries();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [isAway, queries]);
  return (
    <div role="status">
      {isAway && (
        <p className={styles.away}>
          <IconPlugConnectedX size={16} aria-hidden /> {words.away}
        </p>
      )}
    </div>
  );
}
