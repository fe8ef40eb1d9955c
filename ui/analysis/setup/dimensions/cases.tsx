import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../../language/speech.tsx';
import type { Filter } from '../../api-types.ts';
import type { NumberTest } from '../number-test.tsx';
import { TextTestField } from '../text-test.tsx';
import styles from './dimensions.module.css';
import type { ValueEditing } from './editor-props.ts';
import type { Derived } from './kinds.ts';

// Most tests are of texts.
const NumberTestField = lazy(async () => ({ default: (await import('../number-test.tsx')).NumberTestField }));

type TextTest = Extract<Filter, { text: unknown }>['text'];
interface Test {
  readonly of: Derived;
  readonly text?: TextTest;
  readonly number?: NumberTest;
}
interface Case {
  readonly when: readonly Test[];
  readonly value: Derived;
}

const NEW_TEST: Test = { of: { dimension: 'page' }, text: { anyOf: [] } };

/** Cases of which the first that fits counts; the order is changed by buttons. */
export function Cases(props: {
  readonly Editing: ValueEditing;
  readonly cases: readonly Case[];
  readonly isFixed: boolean;
  readonly onChange: (cases: Case[]) => void;
}): ReactNode {
  const words = useWords().setup;
  const { Editing, cases, isFixed, onChange } = props;
  const set = (at: number, next: Case): void => onChange(cases.map((each, i) => (i === at ? next : each)));
  const move = (at: number, by: number): void => {
    const next = [...cases];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  return (
    <div className={styles.stack}>
      {cases.map((each, i) => {
        const name = words.dimensions.case(i + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a case is known by its place.
          <fieldset key={i} className={styles.case}>
            <legend className={styles.legend}>
              {name}
              {!isFixed && (
                <>
                  <Act label={words.up(name)} isOff={i === 0} onClick={() => move(i, -1)}>
                    <IconArrowUp size={14} aria-hidden />
                  </Act>
                  <Act label={words.down(name)} isOff={i === cases.length - 1} onClick={() => move(i, 1)}>
                    <IconArrowDown size={14} aria-hidden />
                  </Act>
                  <Act
                    label={words.remove(name)}
                    isOff={cases.length === 1}
                    onClick={() => onChange(cases.filter((_, j) => j !== i))}
                  >
                    <IconX size={14} aria-hidden />
                  </Act>
                </>
              )}
            </legend>
            <Tests
              Editing={Editing}
              tests={each.when}
              isFixed={isFixed}
              onChange={(when) => set(i, { ...each, when })}
            />
            <Editing
              label={words.dimensions.result}
              value={each.value}
              isFixed={isFixed}
              onChange={(value) => set(i, { ...each, value })}
            />
          </fieldset>
        );
      })}
      {!isFixed && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...cases, { when: [NEW_TEST], value: { constant: '' } }])}
        >
          {words.dimensions.addCase}
        </Button>
      )}
    </div>
  );
}

function Tests(props: {
  readonly Editing: ValueEditing;
  readonly tests: readonly Test[];
  readonly isFixed: boolean;
  readonly onChange: (tests: Test[]) => void;
}): ReactNode {
  const words = useWords().setup;
  const { Editing, tests, isFixed, onChange } = props;
  const set = (at: number, next: Test): void => onChange(tests.map((each, i) => (i === at ? next : each)));
  return (
    <>
      {tests.map((test, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a test is known by its place.
        <div key={i} className={styles.stack}>
          <Editing
            label={i === 0 ? words.dimensions.when : words.dimensions.andWhen}
            value={test.of}
            isFixed={isFixed}
            onChange={(of) => set(i, { ...test, of })}
            onRemove={tests.length > 1 ? () => onChange(tests.filter((_, j) => j !== i)) : undefined}
          />
          <div className={styles.row}>
            <NativeSelect
              size="xs"
              w={110}
              aria-label={words.testedAs}
              disabled={isFixed}
              data={[
                { value: 'text', label: words.asText },
                { value: 'number', label: words.asNumber },
              ]}
              value={test.number ? 'number' : 'text'}
              onChange={({ currentTarget }) =>
                set(i, {
                  of: test.of,
                  ...(currentTarget.value === 'number' ? { number: { above: 0 } } : { text: { anyOf: [] } }),
                })
              }
            />
            {test.number ? (
              <Suspense>
                <NumberTestField
                  test={test.number}
                  isFixed={isFixed}
                  onChange={(number) => set(i, { of: test.of, number })}
                />
              </Suspense>
            ) : (
              <TextTestField
                dimension={typeof test.of['dimension'] === 'string' ? test.of['dimension'] : undefined}
                test={test.text ?? { anyOf: [] }}
                isFixed={isFixed}
                onChange={(text) => set(i, { of: test.of, text })}
              />
            )}
          </div>
        </div>
      ))}
      {!isFixed && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange([...tests, NEW_TEST])}>
          {words.dimensions.addTest}
        </Button>
      )}
    </>
  );
}

function Act(props: {
  readonly label: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={props.label}
      disabled={props.isOff}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}
