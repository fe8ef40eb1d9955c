import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { OwnScope } from '../document.ts';
import { stable } from '../inherit.ts';
import { useNames } from '../model/use-names.ts';
import { Pick as PickComponent } from '../pick/pick.tsx';
import { compareText, rangeText } from '../range/range-text.ts';
import { filterText } from './filter-text.ts';
import styles from './frame.module.css';
import { ScopeChip } from './scope-chips.tsx';

/** What a panel, or a whole workspace, is about: its segments and filters as chips, more by "+". */
export function PanelScope<Place extends OwnScope>(props: {
  readonly scope: Place;
  /** The panel's own range and comparison are chips; those of the workspace stand in its head. */
  readonly hasRange: boolean;
  readonly isFixed: boolean;
  readonly onChange: (change: (place: Place) => Place) => void;
}): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const names = useNames();
  const { scope, isFixed, onChange } = props;
  const remove = (field: 'segments' | 'filters', value: unknown): void =>
    onChange((place) => ({
      ...place,
      [field]: (place[field] ?? []).filter((each) => stable(each) !== stable(value)),
    }));
  const without = (field: 'range' | 'compare'): void =>
    onChange((place) => {
      const { [field]: _, ...rest } = place;
      return rest as Place;
    });
  const chip = (kind: string, text: string, onRemove: () => void): ReactNode => (
    <ScopeChip
      key={`${kind} ${text}`}
      kind={kind}
      text={text}
      removeLabel={words.takeAway(text)}
      {...(isFixed ? {} : { onRemove })}
    />
  );
  const { range, compare, segments = [], filters = [] } = scope;
  return (
    <div className={styles.chips}>
      {props.hasRange &&
        range &&
        chip('range', rangeText(range, words.ranges, format), () => without('range'))}
      {props.hasRange &&
        compare &&
        chip('compare', compareText(compare, words.ranges, format), () => without('compare'))}
      {segments.map((value) =>
        chip('segment', names.segment(value) ?? words.aCondition, () => remove('segments', value)),
      )}
      {filters.map((value) =>
        chip('filter', filterText(value, names, words), () => remove('filters', value)),
      )}
      {!isFixed && (
        <PickComponent
          kinds={['segment']}
          label={words.addSegment}
          onPick={(component) => {
            if (component.kind !== 'segment') return;
            onChange((place) => ({ ...place, segments: [...(place.segments ?? []), component.segment] }));
          }}
        >
          {(button) => (
            <Button
              {...button}
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} aria-hidden />}
            >
              {words.addSegment}
            </Button>
          )}
        </PickComponent>
      )}
    </div>
  );
}
