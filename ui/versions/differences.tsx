import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Facts } from '../parts/facts.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { DiffWords } from './diff-words.tsx';
import { differencesQuery } from './queries.ts';
import styles from './versions.module.css';

const SHOWN_MAX = 40;

/** Where two versions of any definition differ, by place. */
export function Differences(props: {
  readonly kind: string;
  readonly id: string;
  readonly older: number;
  readonly newer: number;
}): ReactNode {
  const words = useWords().shell.conflict;
  const query = useQuery(differencesQuery(props.kind, props.id, props.older, props.newer));
  return (
    <Loaded query={query} isEmpty={(found) => found.length === 0} empty={<p>{words.same}</p>}>
      {(found) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; this is what scrolls.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
        <div className={styles.differences} role="group" tabIndex={0} aria-label={words.changes}>
          <Facts
            facts={found
              .slice(0, SHOWN_MAX)
              .map(({ pointer, before, after }) => [
                placeText(pointer),
                <DiffWords key={pointer} before={valueText(before)} after={valueText(after)} />,
              ])}
          />
          {found.length > SHOWN_MAX && words.more(found.length - SHOWN_MAX)}
        </div>
      )}
    </Loaded>
  );
}

/** `/panels/0/title` as `panels › 1 › title`: people count from one. */
function placeText(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : part.replaceAll('~1', '/').replaceAll('~0', '~'),
    )
    .join(' › ');
}

function valueText(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
