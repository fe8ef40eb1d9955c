import { IconPlus, IconX } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { hueOf } from '../../diagrams/hues.ts';
import { segmentsText } from '../../diagrams/segments-text.ts';
import { useNames } from '../../model/use-names.ts';
import type { SetupProps } from '../../part-kind.ts';
import { Pick } from '../../pick/pick.tsx';
import type { OverlapQuery } from './query.ts';
import { SETS_MAX } from './sets-max.ts';

const SEGMENTS = ['segment'] as const;

/** The segments with their hues; one more, or one less. */
export function Sets({ query, isFixed, onQuery }: SetupProps<OverlapQuery>): ReactNode {
  const words = useWords();
  const names = useNames();
  const say = words.diagrams;
  return (
    <div className={diagrams.legend}>
      {query.sets.map((set, i) => {
        const name = segmentsText([set], names, words);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is known by its place.
          <span key={i} className={diagrams.legendItem} style={{ '--hue': hueOf(i) } as CSSProperties}>
            <span className={diagrams.swatch} aria-hidden />
            {name}
            {!isFixed && (
              <button
                type="button"
                className={diagrams.drop}
                aria-label={say.remove(name)}
                onClick={() => onQuery((now) => ({ ...now, sets: now.sets.filter((_, j) => j !== i) }))}
              >
                <IconX size={14} aria-hidden />
              </button>
            )}
          </span>
        );
      })}
      {!isFixed && query.sets.length < SETS_MAX && (
        <Pick
          kinds={SEGMENTS}
          label={say.addSegment}
          onPick={(component) =>
            component.kind === 'segment' &&
            onQuery((now) => ({ ...now, sets: [...now.sets, component.segment] }))
          }
        >
          {(button) => (
            <button type="button" className={diagrams.choice} {...button}>
              <IconPlus size={14} aria-hidden /> {say.addSegment}
            </button>
          )}
        </Pick>
      )}
    </div>
  );
}
