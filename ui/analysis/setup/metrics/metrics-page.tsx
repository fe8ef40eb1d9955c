import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useNames } from '../../model/use-names.ts';
import { SetupPage } from '../setup-page.tsx';
import { MetricEditor } from './metric-editor.tsx';

const route = getRouteApi('/analysis/metrics');

/** Calculated metrics: formulas with names, which tables, charts and other formulas use. */
export function MetricsPage(): ReactNode {
  const words = useWords().setup;
  const names = useNames();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="metrics" kind="metric" nameOf={names.metric} chosen={id} onChoose={choose}>
      <Panel title={id === undefined ? words.metrics.fresh : names.metric(id)}>
        <MetricEditor key={id ?? ''} id={id} onSaved={choose} onGone={() => choose(undefined)} />
      </Panel>
    </SetupPage>
  );
}
