import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMay } from '../access/use-me.ts';
import { productsById } from '../catalog/queries.ts';
import { productIdsOf } from './event-detail.ts';
import type { TimelineEvent } from './queries.ts';

/** So many the server answers at once. */
const IDS_MAX = 100;

/** The pictures of the products that events name, by id: a question a page of the timeline. */
export function usePictures(
  pages: readonly { readonly events: readonly TimelineEvent[] }[],
): ReadonlyMap<string, string> {
  const may = useMay();
  const sees = may('catalog.read');
  const products = useQueries({
    queries: pages.map(({ events }) => {
      const ids = [...new Set(events.flatMap(productIdsOf))].sort().slice(0, IDS_MAX);
      const asked = productsById(ids);
      return { ...asked, enabled: sees && ids.length > 0, placeholderData: keepPreviousData };
    }),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return useMemo(
    () => new Map(products.flatMap(({ id, image }) => (image === undefined ? [] : [[id, image] as const]))),
    [products],
  );
}
