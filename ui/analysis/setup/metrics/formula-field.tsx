import { Textarea } from '@mantine/core';
import { IconMathFunction, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { Menu, MenuItem, MenuLabel } from '../../../parts/menu.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { Pick } from '../../pick/pick.tsx';
import type { Finding } from '../definitions.ts';
import styles from '../setup.module.css';
import { FUNCTIONS } from './functions.ts';

const METRICS = ['metric'] as const;
const SEGMENTS = ['segment'] as const;
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A formula to type, with lists that put metrics, functions and segments where the caret is; a mistake is shown at its place. */
export function FormulaField(props: {
  readonly formula: string;
  readonly findings: readonly Finding[] | undefined;
  readonly isFixed: boolean;
  readonly onChange: (formula: string) => void;
}): ReactNode {
  const { words } = useSpeech();
  const say = words.setup.metrics;
  const { formula, findings, isFixed, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (text: string, back = 0): void => {
    const [start, end] = [
      field.current?.selectionStart ?? formula.length,
      field.current?.selectionEnd ?? formula.length,
    ];
    const before = formula.slice(0, start);
    const gap = before === '' || /[\s(]$/.test(before) ? '' : ' ';
    onChange(`${before}${gap}${text}${formula.slice(end)}`);
    const caret = start + gap.length + text.length - back;
    // After the field shows the new text.
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const fault = findings?.find(
    ({ pointer, severity }) => pointer.startsWith('/formula') && severity === 'error',
  );
  const isEmpty = formula.trim() === '';
  return (
    <div>
      <Textarea
        ref={field}
        className={styles.formula ?? ''}
        label={say.formula}
        description={say.formulaHint}
        rows={3}
        resize="vertical"
        spellCheck={false}
        readOnly={isFixed}
        error={!isEmpty && fault !== undefined}
        value={formula}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {!isFixed && (
        <div className={styles.insert}>
          <Pick
            kinds={METRICS}
            label={say.insertMetric}
            onPick={(component) => component.kind === 'metric' && insert(nameIn(component.id))}
          >
            {(button) => (
              <button type="button" className={diagrams.choice} {...button}>
                <IconPlus size={14} aria-hidden /> {say.insertMetric}
              </button>
            )}
          </Pick>
          <Menu
            position="bottom-start"
            shadow="md"
            returnFocus={false}
            maxHeight={360}
            target={
              <button type="button" className={diagrams.choice}>
                <IconMathFunction size={14} aria-hidden /> {say.insertFunction}
              </button>
            }
          >
            {FUNCTIONS.map(({ group, list }) => (
              <div key={group}>
                <MenuLabel>{say.groups[group]}</MenuLabel>
                {list.map(({ name, text, back }) => (
                  <MenuItem key={name} onClick={() => insert(text, back)}>
                    <code>{name}</code> <span className="dimmed">{say.functions[name]}</span>
                  </MenuItem>
                ))}
              </div>
            ))}
          </Menu>
          <Pick
            kinds={SEGMENTS}
            label={say.insertSegment}
            onPick={(component) => {
              if (component.kind !== 'segment' || 'condition' in component.segment) return;
              const { segment } = component;
              const id = 'segment' in segment ? segment.segment : `audience:${segment.audience}`;
              insert(`within(revenue, "${id}")`);
            }}
          >
            {(button) => (
              <button type="button" className={diagrams.choice} {...button}>
                <IconPlus size={14} aria-hidden /> {say.insertSegment}
              </button>
            )}
          </Pick>
        </div>
      )}
      <div aria-live="polite">
        {!isEmpty && fault && <Fault formula={formula} fault={fault} />}
        {!isEmpty && findings && !fault && <p className={styles.good}>{say.right}</p>}
      </div>
    </div>
  );
}

/** Ids of more than letters stand in brackets. */
function nameIn(id: string): string {
  return PLAIN.test(id) ? id : `[${id}]`;
}

/** What is wrong, and the formula with the place marked. */
function Fault({ formula, fault }: { readonly formula: string; readonly fault: Finding }): ReactNode {
  const { words, language } = useSpeech();
  const { at, message } = fault;
  const text =
    language === 'en' || at === undefined ? message : `${words.setup.metrics.wrongAt(at + 1)} ${message}`;
  if (at === undefined) return <p className={styles.fault}>{text}</p>;
  const rest = formula.slice(at);
  const marked = /^(\[[^\]]*\]?|[A-Za-z0-9_]+|.)/.exec(rest)?.[0] ?? ' ';
  return (
    <div className={styles.fault}>
      {text}
      <pre>
        {formula.slice(0, at)}
        <mark>{marked}</mark>
        {rest.slice(marked.length)}
      </pre>
    </div>
  );
}
