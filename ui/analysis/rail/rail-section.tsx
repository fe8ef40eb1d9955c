import { ActionIcon, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Option } from '../pick/options.ts';
import { BUILT, useWorkbench } from '../workspace/workbench.ts';
import styles from './rail.module.css';
import { RailItem } from './rail-item.tsx';

/** Components of one kind: how many there are, the way to see all of them, and "+" for another. */
export function RailSection(props: {
  readonly kind: 'dimension' | 'metric' | 'segment' | 'range';
  readonly options: readonly Option[];
  /** So many are shown. */
  readonly most: number;
  /** The others are hidden. */
  readonly isAlone: boolean;
  readonly onAlone: (isAlone: boolean) => void;
}): ReactNode {
  const words = useWords();
  const say = words.analysis;
  const format = useFormat();
  const { build } = useWorkbench();
  const { kind, options, most, isAlone } = props;
  const built = BUILT.find((each) => each === kind);
  return (
    <section aria-label={say.kinds[kind]}>
      <div className={styles.head}>
        <Title order={2} className={styles.heading}>
          <button
            type="button"
            className={styles.alone}
            aria-pressed={isAlone}
            title={isAlone ? say.allKinds : say.onlyKind(say.kinds[kind])}
            onClick={() => props.onAlone(!isAlone)}
          >
            {say.kinds[kind]} <span className={styles.count}>{format.number(options.length)}</span>
          </button>
        </Title>
        {built && build && (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={words.setup[`${built}s`].fresh}
            title={words.setup[`${built}s`].fresh}
            onClick={() => build({ kind: built })}
          >
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <ul className={styles.list}>
        {options.slice(0, most).map((option) => (
          <RailItem key={option.key} option={option} />
        ))}
      </ul>
    </section>
  );
}
