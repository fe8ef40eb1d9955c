import { Table } from '@mantine/core';
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
              <Table.Tr key={id}>
                <Table.Td>
                  {name ?? id}
                  <div className="small">{id}</div>
                </Table.Td>
                <Table.Td>{[postcode, city, country].filter(Boolean).join(' ') || '—'}</Table.Td>
                <Table.Td className={styles.optional}>{address ?? '—'}</Table.Td>
                <Table.Td className={styles.optional}>{hours ?? '—'}</Table.Td>
              </Table.Tr>
            ))}
          </PlainTable>
        )}
      </Loaded>
    </Panel>
  );
}
