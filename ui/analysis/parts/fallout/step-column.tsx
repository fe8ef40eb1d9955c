import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { hueOf } from '../../diagrams/hues.ts';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { stepText } from '../../diagrams/touch-text.ts';
import { useNames } from '../../model/use-names.ts';
import type { Opened } from '../../part-kind.ts';
import { askInstead } from './change.ts';
import styles from './fallout.module.css';
import type { Base, FalloutProps, Step } from './query.ts';
import { StepHead } from './step-head.tsx';

/** A step: a bar for each group, its touchpoints, how many came, who goes on, who leaves, and how long it took. */
export function StepColumn(
  props: FalloutProps & {
    readonly index: number;
    readonly step: Step;
    readonly groups: readonly string[];
    readonly base: Base;
  },
): ReactNode {
  const { index, step, groups, base, answer, onOpen } = props;
  const words = useWords().diagrams;
  const names = useNames();
  const format = useFormat();
  const opened = useOpened(props);
  const name = stepText(step.any, names, words.or);
  return (
    <>
      <div className={styles.bars}>
        {answer.groups.map((group, i) => {
          const reached = group.steps[index];
          if (!reached) return null;
          const share = shareOf(reached, base);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name than their place.
            <OpenNumber key={i} opened={opened(i, 'reached')} onOpen={onOpen} className={styles.slot}>
              <span className={styles.share} style={{ '--hue': hueOf(i) } as CSSProperties}>
                {format.percent(share)}
              </span>
              <span
                className={styles.bar}
                style={{ '--share': share ?? 0, '--hue': hueOf(i) } as CSSProperties}
              />
            </OpenNumber>
          );
        })}
      </div>
      <div className={styles.foot}>
        <StepHead {...props} name={name} />
        {answer.groups.map((group, i) => {
          const reached = group.steps[index];
          if (!reached) return null;
          const next = group.steps[index + 1];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name than their place.
            <div key={i} className={styles.figures} style={{ '--hue': hueOf(i) } as CSSProperties}>
              <span className={styles.count}>
                {groups.length > 1 && <span className={styles.swatch} aria-hidden />}
                <OpenNumber opened={opened(i, 'reached')} onOpen={onOpen} />
              </span>
              {next && (
                <span className={styles.more}>
                  {words.fallout.goOn(format.percent(next.shareOfPrevious))} ·{' '}
                  <OpenNumber opened={opened(i, 'fell-out')} onOpen={onOpen} className={styles.leave}>
                    {words.fallout.leave(format.number(reached.fellOut))}
                  </OpenNumber>
                  {next.medianSeconds !== null && (
                    <> · {words.fallout.median(format.duration(next.medianSeconds * 1_000))}</>
                  )}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}

/** Of the first step, or of everybody in the range. */
export function shareOf(
  reached: { readonly shareOfFirst: number | null; readonly shareOfAll: number | null } | undefined,
  base: Base,
): number | null {
  return (base === 'all' ? reached?.shareOfAll : reached?.shareOfFirst) ?? null;
}

/** How the numbers of a step open. */
export function useOpened(
  props: FalloutProps & { readonly index: number; readonly groups: readonly string[] },
): (group: number, which: 'reached' | 'fell-out') => Opened {
  const { query, answer, index, groups, isFixed, onQuery } = props;
  const words = useWords().diagrams;
  const names = useNames();
  const format = useFormat();
  return (group, which) => {
    const reached = answer.groups[group]?.steps[index];
    const name = stepText(query.steps[index]?.any ?? [], names, words.or);
    const next = query.steps[index + 1];
    const left = which === 'fell-out';
    const title = left && next ? words.fallout.leftAfter(name, stepText(next.any, names, words.or)) : name;
    const instead =
      next && !isFixed
        ? [{ label: words.fallout.instead, onClick: () => onQuery(askInstead(index + 1)) }]
        : [];
    return {
      name: groups.length > 1 ? `${title} · ${groups[group]}` : title,
      value: format.number(left ? reached?.fellOut : reached?.count),
      cell: { step: index + 1, which, ...(group === 0 ? {} : { group }) },
      isWithoutEvents: true,
      more: instead,
    };
  };
}
