import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import styles from '../audiences.module.css';
import { type AudienceDetail, audiencesQuery } from '../queries.ts';

/** The parts that an audience is cut into, each an audience of its own. */
export function PartsPanel({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const query = useQuery(audiencesQuery);
  return (
    <Panel title={words.parts}>
      <Loaded query={query}>
        {(all) => (
          <ul className={styles.list}>
            {all
              .filter(({ partOf }) => partOf === audience.id)
              .map(({ id, name, size }) => {
                const share = audience.size === 0 ? 0 : size / audience.size;
                return (
                  <li key={id} className={styles.bar}>
                    <Link to="/audiences/$id" params={{ id }}>
                      {name}
                    </Link>
                    <span className="number">
                      {format.number(size)} · {format.percent(share)}
                    </span>
                    <span className={styles.track} aria-hidden>
                      <span className={styles.fill} style={{ width: `${Math.min(1, share) * 100}%` }} />
                    </span>
                  </li>
                );
              })}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
