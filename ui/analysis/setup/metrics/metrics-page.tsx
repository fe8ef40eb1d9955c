import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../../access/use-me.ts';
import { useWords } from '../../../language/speech.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useNames } from '../../model/use-names.ts';
import { Editor } from '../editor.tsx';
import { SetupPage } from '../setup-page.tsx';
import { slugOf } from '../slug.ts';
import type { MetricDoc } from './document.ts';
import { MetricForm } from './metric-form.tsx';

const route = getRouteApi('/analysis/metrics');
const BLANK: MetricDoc = { name: '', format: 'number', formula: '' };

/** Calculated metrics: formulas with names, which tables, charts and other formulas use. */
export function MetricsPage(): ReactNode {
  const words = useWords().setup;
  const names = useNames();
  const may = useMay();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="metrics" kind="metric" nameOf={names.metric} chosen={id} onChoose={choose}>
      <Panel title={id === undefined ? words.metrics.fresh : names.metric(id)}>
        <Editor
          key={id ?? ''}
          kind="metric"
          id={id}
          blank={BLANK}
          idOf={({ name }) => slugOf(name)}
          isWhole={({ name, formula }) => name.trim() !== '' && formula.trim() !== ''}
          isFixed={!may('analytics.write') || !may('definitions.write')}
          onSaved={choose}
          onGone={() => choose(undefined)}
        >
          {(form) => <MetricForm {...form} />}
        </Editor>
      </Panel>
    </SetupPage>
  );
}
