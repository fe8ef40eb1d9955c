import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useNames } from '../../model/use-names.ts';
import { SetupPage } from '../setup-page.tsx';
import { DimensionEditor } from './dimension-editor.tsx';

const route = getRouteApi('/analysis/dimensions');

/** Derived dimensions: values made of others, by cases, lists, patterns and so on. */
export function DimensionsPage(): ReactNode {
  const words = useWords().setup;
  const names = useNames();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = (each: string): string => names.dimension(`derived:${each}`);
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="dimensions" kind="dimension" nameOf={nameOf} chosen={id} onChoose={choose}>
      <Panel title={id === undefined ? words.dimensions.fresh : nameOf(id)}>
        <DimensionEditor key={id ?? ''} id={id} onSaved={choose} onGone={() => choose(undefined)} />
      </Panel>
    </SetupPage>
  );
}
