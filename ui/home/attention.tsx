import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../access/use-me.ts';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Panel } from '../parts/panel.tsx';
import { useTasks } from '../shell/tasks.ts';
import styles from './home.module.css';
import { healthQuery, quarantineCountQuery } from './queries.ts';
import { stageText } from './stage-text.ts';

interface Concern {
  readonly key: string;
  readonly text: string;
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
          {concerns.map(({ key, text, isBad, to }) => (
            <li key={key}>
              {isBad ? (
                <IconCircleX size={16} aria-hidden color="var(--bad)" />
              ) : (
                <IconAlertTriangle size={16} aria-hidden color="var(--warn)" />
              )}
              {to ? <Link to={to}>{text}</Link> : <span>{text}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function useConcerns(): Concern[] {
  const words = useWords().home;
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
      text: words.unwell(stageText(name, words), check.reason ?? words[check.state]),
      isBad: check.state === 'red',
    }));
  const failed = tasks
    .filter((task) => task.state === 'failed')
    .map((task) => ({ key: task.id, text: words.importFailed(task.name, task.why ?? ''), isBad: true }));
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
  return [...unwell, ...failed, ...refused];
}
