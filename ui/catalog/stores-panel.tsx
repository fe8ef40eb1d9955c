import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip } from '../parts/chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Panel } from '../parts/panel.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import styles from './catalog.module.css';
import { storesQuery } from './queries.ts';

/** The branches where people can go. */
export function StoresPanel(): ReactNode {
  const words = useWords().catalog;
  const format = useFormat();
  const query = useQuery(storesQuery);
  return (
    <Panel title={words.stores} note={<Chip>{format.number(query.data?.length)}</Chip>}>
      <Loaded query={query} isEmpty={(stores) => stores.length === 0} empty={<Empty why={words.noStores} />}>
        {(stores) => (
          <PlainTable
            heads={[
              words.name,
              words.city,
              { text: words.address, className: styles.optional },
              { text: words.hours, className: styles.optional },
            ]}
          >
            {stores.map(({ id, name, city, postcode, country, address, hours }) => (
              <tr key={id}>
                <td>
                  {name ?? id}
                  <div className="small">{id}</div>
                </td>
                <td>{[postcode, city, country].filter(Boolean).join(' ') || '—'}</td>
                <td className={styles.optional}>{address ?? '—'}</td>
                <td className={styles.optional}>{hours ?? '—'}</td>
              </tr>
            ))}
          </PlainTable>
        )}
      </Loaded>
    </Panel>
  );
}
