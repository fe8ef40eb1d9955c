import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip } from '../parts/chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { type Fact, Facts } from '../parts/facts.tsx';
import { LoadingPage } from '../parts/loading-page.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import styles from './catalog.module.css';
import { Picture } from './picture.tsx';
import { type ProductDetail, productQuery } from './queries.ts';
import { StepChart } from './step-chart.tsx';
import { StorePanel } from './store-panel.tsx';

const route = getRouteApi('/catalog/$id');
const PICTURE_PX = 160;

/** Everything that is known of a product: what it is, its price and stock over time, where it lies. */
export function ProductPage(): ReactNode {
  const words = useWords().catalog;
  const { id } = route.useParams();
  const query = useQuery({
    ...productQuery(id),
    placeholderData: (old, oldQuery) => (oldQuery?.queryKey[2] === id ? old : undefined),
  });
  const crumbs = [{ title: words.title, to: '/catalog' }];
  if (!query.data) return <LoadingPage title={id} crumbs={crumbs} panel={words.title} query={query} />;
  return <ProductSheet product={query.data} />;
}

function ProductSheet({ product }: { readonly product: ProductDetail }): ReactNode {
  const words = useWords().catalog;
  const format = useFormat();
  const { name, id, category, currency, prices, stocks } = product;
  return (
    <Page
      title={name ?? id}
      crumbs={[{ title: words.title, to: '/catalog' }]}
      state={category?.join(' › ') ?? id}
      actions={product.removed && <Chip>{words.removed}</Chip>}
    >
      <Panel title={words.about}>
        <About product={product} />
      </Panel>
      <div className={styles.columns}>
        <Panel title={words.priceHistory}>
          {prices.length === 0 ? (
            <Empty why={words.noPrices} />
          ) : (
            <StepChart
              steps={prices.map(({ from, to, price }) => ({ from, to, value: price }))}
              write={(value) => format.money(value, currency)}
              color="var(--series-1)"
              label={words.priceHistory}
            />
          )}
        </Panel>
        <Panel title={words.stockHistory}>
          {stocks.length === 0 ? (
            <Empty why={words.noStock} />
          ) : (
            <StepChart
              steps={stocks.map(({ from, to, quantity }) => ({ from, to, value: quantity }))}
              write={format.number}
              color="var(--series-3)"
              label={words.stockHistory}
            />
          )}
        </Panel>
      </div>
      <StorePanel product={product} />
    </Page>
  );
}

function About({ product }: { readonly product: ProductDetail }): ReactNode {
  const words = useWords().catalog;
  const format = useFormat();
  const { id, brand, price, listPrice, currency, stock, description, attributes, variants, image } = product;
  const facts: readonly Fact[] = [
    [words.id, id],
    [words.brand, brand ?? '—'],
    [words.price, format.money(price, currency)],
    [words.listPrice, listPrice !== undefined && format.money(listPrice, currency)],
    [words.stock, format.number(stock)],
    [words.variants, variants.map((each) => textOf(each['name'] ?? each['id'])).join(', ')],
    ...Object.entries(attributes).map(([key, value]) => [key, textOf(value)] as const),
  ];
  return (
    <div className={styles.head}>
      <Picture image={image} size={PICTURE_PX} />
      <div>
        {description && <p style={{ marginTop: 0 }}>{description}</p>}
        <Facts facts={facts} />
      </div>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
