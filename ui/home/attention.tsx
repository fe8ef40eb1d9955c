import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../access/use-me.ts';
import { audiencesQuery, trendsQuery } from '../audiences/queries.ts';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Panel } from '../parts/panel.tsx';
import { useTasks } from '../shell/tasks.ts';
import styles from './home.module.css';
import { healthQuery, quarantineCountQuery } from './queries.ts';
import { stageText } from './stage-text.ts';
import { detailOf, whyText } from './why-text.ts';

interface Concern {
  readonly key: string;
  readonly text: string;
  /** What there is to know beyond it. */
  readonly detail?: string | undefined;
  readonly isBad: boolean;
  readonly to?: string;
}

/** What somebody should look at: stages that are not well, refused events, jobs that failed. */
export function Attention(): ReactNode {
  const words = useWords().home;
  const concerns = useConcerns();
  return (
    <Panel title={words.attention}>
      {concerns.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.nothingWrong}
        </Text>
      ) : (
        <ul className={styles.attention}>
          {concerns.map(({ key, text, detail, isBad, to }) => (
            <li key={key}>
              {isBad ? (
                <IconCircleX size={16} aria-hidden color="var(--bad)" />
              ) : (
                <IconAlertTriangle size={16} aria-hidden color="var(--warn)" />
              )}
              <div>
                {to ? <Link to={to}>{text}</Link> : text}
                {detail !== undefined && <div className="small">{detail}</div>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function useConcerns(): Concern[] {
  const { home: words, shell } = useWords();
  const format = useFormat();
  const may = useMay();
  const { data: health } = useQuery(healthQuery);
  const { data: tasks = [] } = useTasks();
  const { data: quarantined = 0 } = useQuery({
    ...quarantineCountQuery,
    enabled: may('quarantine.read'),
  });
  const unwell = Object.entries(health?.checks ?? {})
    .filter(([, check]) => check.state !== 'green')
    .map(([name, check]) => ({
      key: name,
      text: words.unwell(stageText(name, words), whyText(check, words, format)),
      detail: detailOf(check),
      isBad: check.state === 'red',
    }));
  const failed = tasks
    .filter((task) => task.state === 'failed')
    .map(({ id, kind, name, why }) => ({
      ...{ key: id, isBad: true },
      text: words.unwell(shell.tasks[kind](name), shell.tasks.failed),
      detail: why,
    }));
  const refused =
    quarantined === 0
      ? []
      : [
          {
            key: 'quarantine',
            text: words.quarantined(format.number(quarantined)),
            isBad: false,
            to: '/settings/quarantine',
          },
        ];
  return [...unwell, ...failed, ...refused, ...useAudienceConcerns()];
}

/** Below so many people a jump is chance. */
const JUMP_PEOPLE_MIN = 50;
const JUMP_SHARE = 0.3;
const JUMPS_SHOWN = 5;

/** Audiences that jumped since yesterday, and those whose past is being read. */
function useAudienceConcerns(): Concern[] {
  const words = useWords().home;
  const format = useFormat();
  const enabled = useMay()('audiences.read');
  const { data: audiences = [] } = useQuery({ ...audiencesQuery, enabled });
  const { data: trends } = useQuery({ ...trendsQuery, enabled });
  const sizes = new Map(trends?.trends.map((trend) => [trend.id, trend.sizes]));
  const filling = audiences.flatMap(({ id, name, progress }) =>
    progress ? [{ id, name, share: progress.share }] : [],
  );
  const share = format.percent(filling.reduce((sum, each) => sum + each.share, 0) / filling.length, 0);
  const [first] = filling;
  const filled = first && {
    key: 'filling',
    text: filling.length === 1 ? words.fills(first.name, share) : words.fillMany(filling.length, share),
    isBad: false,
    to: filling.length === 1 ? `/audiences/${encodeURIComponent(first.id)}` : '/audiences',
  };
  const jumps = audiences
    .map(({ id, name }) => {
      const [before = 0, now = 0] = sizes.get(id)?.slice(-2) ?? [];
      return { id, name, before, now, share: (now - before) / Math.max(1, before) };
    })
    .filter(({ before, share }) => before >= JUMP_PEOPLE_MIN && Math.abs(share) > JUMP_SHARE)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, JUMPS_SHOWN)
    .map(({ id, name, before, now, share }) => ({
      key: `jump ${id}`,
      text: words.jumped(name, format.percent(share, 0), format.number(before), format.number(now)),
      isBad: false,
      to: `/audiences/${encodeURIComponent(id)}`,
    }));
  return [...(filled ? [filled] : []), ...jumps];
}
