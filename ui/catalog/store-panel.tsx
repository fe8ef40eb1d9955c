import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip } from '../parts/chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { Panel } from '../parts/panel.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { When } from '../parts/when.tsx';
import { type ProductDetail, storesQuery } from './queries.ts';

/** How many pieces of a product lie where, and when that was said. */
export function StorePanel({ product }: { readonly product: ProductDetail }): ReactNode {
  const words = useWords().catalog;
  const format = useFormat();
  const { data: stores = [] } = useQuery(storesQuery);
  const nameOf = (id: string): string =>
    id === '' ? words.noStore : (stores.find((store) => store.id === id)?.name ?? id);
  return (
    <Panel title={words.stockByStore} note={<Chip>{product.stores.length}</Chip>}>
      {product.stores.length === 0 ? (
        <Empty why={words.noStock} />
      ) : (
        <PlainTable
          verticalSpacing={4}
          heads={[words.store, { text: words.stock, className: 'number' }, words.since]}
        >
          {product.stores.map(({ store, quantity, at }) => (
            <tr key={store}>
              <td>{nameOf(store)}</td>
              <td className="number">
                {quantity <= 0 ? <Chip tone="warn">{words.soldOut}</Chip> : format.number(quantity)}
              </td>
              <td>
                <When time={at} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}
