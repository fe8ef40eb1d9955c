import { ActionIcon } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { lazy, type ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { OnDemand } from '../parts/on-demand.tsx';
import { usePageTasks } from './page-tasks.ts';
import styles from './shell.module.css';
import { useTasks } from './tasks.ts';

const OpenedTasks = lazy(async () => ({ default: (await import('./opened-tasks.tsx')).OpenedTasks }));

/** Long jobs: how far each is. They run on the server, so they survive a reload of the page. */
export function TaskCentre(): ReactNode {
  const words = useWords().shell.tasks;
  const query = useTasks();
  const tasks = [...usePageTasks(), ...(query.data ?? [])];
  const count = tasks.filter((task) => task.isRunning).length;
  return (
    <div className={styles.tasks} data-busy={count > 0}>
      <OnDemand
        opens="dialog"
        target={
          <ActionIcon variant="default" size={30} aria-label={words.open(count)} title={words.open(count)}>
            <IconListCheck size={16} aria-hidden />
          </ActionIcon>
        }
      >
        {(target) => <OpenedTasks target={target} />}
      </OnDemand>
    </div>
  );
}
