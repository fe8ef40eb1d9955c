import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip } from '../parts/chip.tsx';
import { LoadedPages } from '../parts/loaded-pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import styles from './catalog.module.css';
import { Picture } from './picture.tsx';
import { categoriesQuery, type Product, productsQuery } from './queries.ts';

const route = getRouteApi('/catalog');
const PAUSE_MS = 200;
const PICTURE_PX = 36;

/** Products by words and category, with price and stock. */
export function ProductsPanel(): ReactNode {
  const words = useWords().catalog;
  const search = route.useSearch();
  const [asked] = useDebouncedValue(search, PAUSE_MS);
  const query = useInfiniteQuery(productsQuery(asked));
  const products = query.data?.pages.flatMap((page) => page.products) ?? [];
  return (
    <Panel title={words.products}>
      <Filters />
      <LoadedPages
        query={query}
        rows={products}
        empty={search.text || search.category ? words.noMatch : words.none}
        more={words.more}
      >
        <ProductTable products={products} />
      </LoadedPages>
    </Panel>
  );
}

function Filters(): ReactNode {
  const words = useWords().catalog;
  const { text = '', category = '', removed = false } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: categories = [] } = useQuery(categoriesQuery);
  return (
    <div className={styles.filters}>
      <TextInput
        aria-label={words.search}
        placeholder={words.search}
        w={{ base: '100%', sm: 280 }}
        value={text}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          void navigate({
            search: ({ text: _, ...rest }) => (typed === '' ? rest : { ...rest, text: typed }),
            replace: true,
          });
        }}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <NativeSelect
        aria-label={words.category}
        maw="100%"
        value={category}
        data={[
          { value: '', label: words.everyCategory },
          ...categories.map(({ path, products }) => ({
            value: path.join('/'),
            label: `${' '.repeat(path.length - 1)}${path.at(-1)} (${products})`,
          })),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          void navigate({
            search: ({ category: _, ...rest }) => (chosen === '' ? rest : { ...rest, category: chosen }),
            replace: true,
          });
        }}
      />
      <Checkbox
        size="xs"
        label={words.alsoRemoved}
        checked={removed}
        onChange={(event) => {
          const isWanted = event.currentTarget.checked;
          void navigate({
            search: ({ removed: _, ...rest }) => (isWanted ? { ...rest, removed: true } : rest),
            replace: true,
          });
        }}
      />
    </div>
  );
}

function ProductTable({ products }: { readonly products: readonly Product[] }): ReactNode {
  const words = useWords().catalog;
  return (
    <PlainTable
      verticalSpacing={4}
      highlightOnHover
      heads={[
        words.name,
        { text: words.category, className: styles.optional },
        { text: words.brand, className: styles.optional },
        { text: words.price, className: 'number' },
        { text: words.stock, className: 'number' },
      ]}
    >
      {products.map((product) => (
        <ProductRow key={product.id} product={product} />
      ))}
    </PlainTable>
  );
}

function ProductRow({ product }: { readonly product: Product }): ReactNode {
  const words = useWords().catalog;
  const format = useFormat();
  const { id, name, category, brand, price, listPrice, currency, stock, removed, image } = product;
  return (
    <tr>
      <td>
        <div className={styles.named}>
          <Picture image={image} size={PICTURE_PX} />
          <span>
            <Link to="/catalog/$id" params={{ id }}>
              {name ?? id}
            </Link>{' '}
            {removed && <Chip>{words.removed}</Chip>}
            <div className="small">{id}</div>
          </span>
        </div>
      </td>
      <td className={styles.optional}>{category?.join(' › ') ?? '—'}</td>
      <td className={styles.optional}>{brand ?? '—'}</td>
      <td className="number">
        {format.money(price, currency)}
        {listPrice !== undefined && price !== undefined && listPrice > price && (
          <div className="small">
            <s>{format.money(listPrice, currency)}</s>
          </div>
        )}
      </td>
      <td className="number">
        {stock === 0 ? <Chip tone="warn">{words.soldOut}</Chip> : format.number(stock)}
      </td>
    </tr>
  );
}
