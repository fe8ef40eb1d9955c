import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Lines, Loaded } from '../../parts/loaded.tsx';
import { valuesQuery } from '../diagrams/values.ts';
import { carry } from '../model/component.ts';
import { useNames } from '../model/use-names.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { PlaceMenu } from './place-menu.tsx';
import styles from './rail.module.css';

const SHOWN = 8;

/** The values of a dimension that most people have in the range of the workspace; each can be kept to. */
export function Samples({ dimension }: { readonly dimension: string }): ReactNode {
  const words = useWords().diagrams;
  const format = useFormat();
  const names = useNames();
  const { workspace } = useWorkbench();
  const options = valuesQuery(dimension, workspace.range, '');
  const query = useQuery(options);
  return (
    <Loaded
      query={query}
      queryKey={options.queryKey}
      skeleton={<Lines count={3} />}
      isEmpty={(values) => values.length === 0}
      empty={<span className="dimmed">{words.noValues}</span>}
    >
      {(values) => (
        <ul className={styles.list}>
          {values.slice(0, SHOWN).map(({ value, people }) => (
            <li
              key={value}
              className={styles.component}
              data-kind="value"
              draggable
              onDragStart={(event) => carry(event.dataTransfer, { kind: 'value', dimension, value })}
            >
              <span className="ellipsis" title={names.whole(dimension, value)}>
                {names.value(dimension, value)}
              </span>
              <span className={styles.count}>{format.compact(people)}</span>
              <span className={styles.tools}>
                <PlaceMenu
                  label={names.value(dimension, value)}
                  component={{ kind: 'value', dimension, value }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
