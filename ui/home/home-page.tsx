import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Page } from '../parts/page.tsx';
import { useNow } from '../parts/use-now.ts';
import { HOME_DAYS, readHomeSearch } from './address.ts';
import { Attention } from './attention.tsx';
import styles from './home.module.css';
import { LiveEventsPanel } from './live-events-panel.tsx';
import { PipelinePanel } from './pipeline-panel.tsx';
import { overviewQuery } from './queries.ts';
import { StartHere } from './start-here.tsx';
import { Tiles } from './tiles.tsx';

const route = getRouteApi('/');
const DAYS_DEFAULT = 7;

/** Is the shop well, and is the pipeline well? */
export function HomePage(): ReactNode {
  const words = useWords().home;
  const format = useFormat();
  const now = useNow();
  const search = route.useSearch();
  const { days = DAYS_DEFAULT, filter = '' } = search;
  const navigate = route.useNavigate();
  const overview = useQuery(overviewQuery(days));
  const isNew = overview.data?.current.events === 0 && overview.data.previous.events === 0;
  return (
    <Page
      title={words.title}
      state={`${format.weekday(now)} · ${format.timeZone}`}
      actions={
        <SegmentedControl
          aria-label={words.period}
          size="xs"
          value={String(days)}
          data={HOME_DAYS.map((each) => ({ value: String(each), label: words.days(each) }))}
          onChange={(value) => {
            const chosen = HOME_DAYS.find((each) => each === Number(value));
            void navigate({ search: () => readHomeSearch({ ...search, days: chosen }) });
          }}
        />
      }
    >
      {isNew && <StartHere />}
      <Tiles query={overview} days={days} />
      <div className={styles.columns}>
        <LiveEventsPanel
          filter={filter}
          onFilter={(next) =>
            void navigate({ search: () => readHomeSearch({ ...search, filter: next }), replace: true })
          }
        />
        <div className={styles.side}>
          <Attention />
          <PipelinePanel />
        </div>
      </div>
    </Page>
  );
}
