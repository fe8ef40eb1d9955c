import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Page } from '../parts/page.tsx';
import { SHEETS } from './address.ts';
import { ProductsPanel } from './products-panel.tsx';
import { StoresPanel } from './stores-panel.tsx';

const route = getRouteApi('/catalog');

/** The assortment and the branches. */
export function CatalogPage(): ReactNode {
  const words = useWords().catalog;
  const { sheet = 'products' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title={words.title}
      state={words.intro}
      actions={
        <SegmentedControl
          aria-label={words.title}
          value={sheet}
          data={SHEETS.map((value) => ({ value, label: words[value] }))}
          onChange={(value) => void navigate({ search: value === 'stores' ? { sheet: 'stores' } : {} })}
        />
      }
    >
      {sheet === 'products' ? <ProductsPanel /> : <StoresPanel />}
    </Page>
  );
}
