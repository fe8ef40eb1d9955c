import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Change } from '../../frame/change.tsx';
import { Spark } from '../../frame/spark.tsx';
import type { PartViewProps } from '../../part-kind.ts';
import { Pick } from '../../pick/pick.tsx';
import { valueText } from '../../value-text.ts';
import type { ScorecardAnswer, ScorecardQuery } from './query.ts';
import styles from './scorecard.module.css';

/** Tiles with a number, how it moved, and its course. A number opens; "+" adds a metric. */
export function ScorecardView(props: PartViewProps<ScorecardQuery, ScorecardAnswer>): ReactNode {
  const { words, language } = useSpeech();
  const format = useFormat();
  const say = words.parts.scorecard;
  const { answer, isFixed, onQuery, onOpen } = props;
  const remove = (tile: number): void =>
    onQuery((query) => ({ ...query, tiles: query.tiles.filter((_, i) => i !== tile) }));
  return (
    <div className={styles.tiles}>
      {answer.tiles.map((tile, i) => {
        const title = tile.title[language] ?? '';
        const full = valueText(format, tile.format, tile.value, answer.currency);
        const more =
          isFixed || answer.tiles.length < 2 ? [] : [{ label: say.remove, onClick: () => remove(i) }];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same metric may stand there twice; its place is what it is.
          <div key={i} className={styles.tile}>
            <span className={styles.label}>{title}</span>
            <button
              type="button"
              className={styles.value}
              title={full}
              onClick={(event) =>
                onOpen({ name: title, value: full, cell: { tile: i }, more }, event.currentTarget)
              }
            >
              {valueText(format, tile.format, tile.value, answer.currency, true)}
            </button>
            <Change
              change={tile.change}
              isBetter={tile.isBetter}
              previous={
                tile.previous === undefined
                  ? undefined
                  : valueText(format, tile.format, tile.previous, answer.currency)
              }
            />
            {tile.trend && <Spark values={tile.trend} />}
          </div>
        );
      })}
      {!isFixed && (
        <Pick
          kinds={['metric']}
          label={say.add}
          onPick={(component) => {
            if (component.kind !== 'metric') return;
            onQuery((query) => ({ ...query, tiles: [...query.tiles, { metric: component.id }] }));
          }}
        >
          {(button) => (
            <ActionIcon
              {...button}
              variant="default"
              size="lg"
              className={styles.add}
              aria-label={say.add}
              title={say.add}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          )}
        </Pick>
      )}
    </div>
  );
}
