import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { DAYS } from '../address.ts';
import { historyQuery } from '../queries.ts';
import { dayOf, everyDay } from './days.ts';
import { MovesChart } from './moves-chart.tsx';

const route = getRouteApi('/audiences/$id');

/** How the size moved, and who entered and left by what cause. */
export function MovesPanel(props: { readonly id: string; readonly size: number }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const now = useNow();
  const { days = DAYS[0] } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({
    ...historyQuery(props.id, days),
    placeholderData: (old, oldQuery) => (oldQuery?.queryKey[2] === props.id ? old : undefined),
  });
  return (
    <Panel
      title={words.moves}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={words.period}
          value={String(days)}
          data={DAYS.map((each) => ({ value: String(each), label: words.days(each) }))}
          onChange={(value) => {
            const chosen = DAYS.find((each) => each === Number(value) && each !== DAYS[0]);
            void navigate({
              search: ({ days: _, ...rest }) => (chosen === undefined ? rest : { ...rest, days: chosen }),
              replace: true,
            });
          }}
        />
      }
    >
      <Loaded query={query} queryKey={historyQuery(props.id, days).queryKey}>
        {(moved) => <MovesChart days={everyDay(moved, dayOf(now, format.timeZone), days, props.size)} />}
      </Loaded>
    </Panel>
  );
}
