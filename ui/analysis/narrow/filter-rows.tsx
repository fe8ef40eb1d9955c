import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import styles from '../../conditions/conditions.module.css';
import { type Doc, replaced, without } from '../../conditions/model/json.ts';
import { newTest, type TestKind } from '../../conditions/model/operators.ts';
import { Drop } from '../../conditions/parts/drop.tsx';
import { TestRows } from '../../conditions/tests/test-rows.tsx';
import { useWords } from '../../language/speech.tsx';
import type { Range } from '../api-types.ts';
import { valuesQuery } from '../diagrams/values.ts';
import { useNames } from '../model/use-names.ts';
import { Pick } from '../pick/pick.tsx';
import type { NarrowProps } from './narrow-dialog.tsx';

/** What a dimension can be tested as. */
const KINDS: readonly TestKind[] = ['text', 'number'];

/** Tests of dimensions, all of which must hold; each with the operators of conditions. */
export function FilterRows(props: NarrowProps<readonly Doc[]> & { readonly range: Range }): ReactNode {
  const words = useWords();
  const { value, onChange, range } = props;
  return (
    <div>
      {value.map((filter, i) => (
        <FilterRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one filter from the next.
          key={i}
          joint={i === 0 ? words.conditions.where : words.conditions.and}
          filter={filter}
          kinds={KINDS}
          range={range}
          onChange={(changed) => onChange(replaced(value, i, changed))}
          onRemove={() => onChange(without(value, i))}
        />
      ))}
      <Pick
        kinds={['dimension']}
        label={words.conditions.addFilter}
        onPick={(component) =>
          component.kind === 'dimension' &&
          onChange([...value, { dimension: component.id, ...newTest('text') }])
        }
      >
        {(button) => (
          <Button
            {...button}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconFilter size={14} aria-hidden />}
          >
            {words.conditions.addFilter}
          </Button>
        )}
      </Pick>
    </div>
  );
}

/** One test of a dimension, with the values that most people have to choose from. */
export function FilterRow(props: {
  readonly joint: string;
  readonly filter: Doc;
  readonly kinds: readonly TestKind[];
  readonly range: Range;
  readonly onChange: (filter: Doc) => void;
  /** Not where there must be a test. */
  readonly onRemove?: () => void;
}): ReactNode {
  const names = useNames();
  const { filter, onRemove } = props;
  const dimension = String(filter['dimension']);
  const name = names.dimension(dimension);
  const { data } = useQuery(valuesQuery(dimension, props.range, ''));
  return (
    <div className={styles.filter}>
      <span className={styles.joint}>{props.joint}</span>
      <span>{name}</span>
      <TestRows
        part={filter}
        kinds={props.kinds}
        known={data?.map(({ value }) => value)}
        called={(value) => names.whole(dimension, value)}
        at=""
        onChange={props.onChange}
      />
      {onRemove && <Drop label={name} onDrop={onRemove} />}
    </div>
  );
}
