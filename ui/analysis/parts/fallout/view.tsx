import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { useWords } from '../../../language/speech.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { hueOf } from '../../diagrams/hues.ts';
import { useNames } from '../../model/use-names.ts';
import { Pick } from '../../pick/pick.tsx';
import { addGroup, removeGroup } from './change.ts';
import styles from './fallout.module.css';
import { Gap } from './gap.tsx';
import { groupName } from './group-name.ts';
import { Instead } from './instead.tsx';
import type { Base, FalloutProps } from './query.ts';
import { Settings } from './settings.tsx';
import { StepColumn } from './step-column.tsx';

/** Steps as bars with what goes on and what leaves between them; everything about a step is changed at the step. */
export function FalloutView(props: FalloutProps): ReactNode {
  const words = useWords();
  const names = useNames();
  const { query, answer, look } = props;
  const base: Base = look['base'] === 'all' ? 'all' : 'first';
  const groups = useMemo(
    () => answer.groups.map((_, i) => groupName(query.groups, i, { words, names })),
    [answer.groups, query.groups, words, names],
  );
  return (
    <div className={styles.fallout}>
      <Settings {...props} base={base} />
      <Legend {...props} groups={groups} />
      <ol className={styles.steps} style={{ '--columns': query.steps.length } as CSSProperties}>
        {query.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step may come twice; its place is what it is.
          <li key={i} className={styles.step}>
            <StepColumn {...props} index={i} step={step} groups={groups} base={base} />
            <Gap {...props} index={i} base={base} groups={groups} />
          </li>
        ))}
      </ol>
      {answer.instead && query.instead && <Instead {...props} values={answer.instead} />}
    </div>
  );
}

function Legend(props: FalloutProps & { readonly groups: readonly string[] }): ReactNode {
  const words = useWords().diagrams;
  const { groups, isFixed, onQuery } = props;
  if (isFixed && groups.length < 2) return null;
  return (
    <div className={diagrams.legend}>
      {groups.length > 1 &&
        groups.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have the same name.
          <span key={i} className={diagrams.legendItem} style={{ '--hue': hueOf(i) } as CSSProperties}>
            <span className={diagrams.swatch} aria-hidden />
            {name}
            {i > 0 && !isFixed && (
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={words.remove(name)}
                onClick={() => onQuery(removeGroup(i - 1))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </span>
        ))}
      {!isFixed && (
        <Pick
          kinds={SEGMENTS}
          label={words.compareSegment}
          onPick={(component) => component.kind === 'segment' && onQuery(addGroup(component.segment))}
        >
          {(button) => (
            <button type="button" className={diagrams.choice} {...button}>
              <IconPlus size={14} aria-hidden /> {words.compareSegment}
            </button>
          )}
        </Pick>
      )}
    </div>
  );
}

const SEGMENTS = ['segment'] as const;
