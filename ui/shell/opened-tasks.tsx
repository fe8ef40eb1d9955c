import '@mantine/core/styles/Progress.css';
import { Popover, Progress, Text } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip } from '../parts/chip.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { usePageTasks } from './page-tasks.ts';
import styles from './task-centre.module.css';
import { type Task, useTasks } from './tasks.ts';

/** The long jobs below their button, open when it appears. */
export function OpenedTasks({ target }: { readonly target: ReactElement }): ReactNode {
  const words = useWords().shell.tasks;
  const query = useTasks();
  const { refetch } = query;
  // While nothing runs it is asked seldom; whoever opens it wants to know what is so now.
  useEffect(() => void refetch(), [refetch]);
  const button = useRef<HTMLButtonElement>(null);
  const asked = usePageTasks();
  return (
    <Popover
      defaultOpened
      // It was open from the start, so the library knows of no place that the focus came from.
      onClose={() => button.current?.focus()}
      width="min(340px, 100vw - 16px)"
      position="bottom-end"
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        {cloneElement(target as ReactElement<{ ref?: Ref<HTMLButtonElement> }>, { ref: button })}
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <Text fw={600} mb={6}>
          {words.title}
        </Text>
        <Loaded
          query={query}
          isEmpty={(tasks) => tasks.length + asked.length === 0}
          empty={
            <Text size="sm" c="dimmed">
              {words.none}
            </Text>
          }
        >
          {(tasks) => (
            <ul className={styles.list}>
              {[...asked, ...tasks].map((task) => (
                <TaskRow key={task.id} task={task} />
              ))}
            </ul>
          )}
        </Loaded>
      </Popover.Dropdown>
    </Popover>
  );
}

function TaskRow({ task }: { readonly task: Task }): ReactNode {
  const words = useWords().shell.tasks;
  const format = useFormat();
  const title = words[task.kind](task.name);
  return (
    <li>
      <div className={styles.row}>
        <span className="ellipsis" title={title}>
          {title}
        </span>
        <Chip tone={task.state === 'failed' ? 'bad' : task.state === 'done' ? 'good' : 'plain'}>
          {words[task.state]}
        </Chip>
      </div>
      {task.share !== undefined && (
        <Progress value={task.share * 100} size="sm" aria-label={title} className={styles.bar} />
      )}
      <Text size="xs" c="dimmed">
        {task.share === undefined ? '' : `${format.percent(task.share, 0)} · `}
        {task.rows === undefined ? '' : words.rows(format.number(task.rows))}
      </Text>
    </li>
  );
}
