import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useSpeech, useWords } from '../../../language/speech.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../../parts/menu.tsx';
import { durationText } from '../../diagrams/duration-text.ts';
import { TouchPicker } from '../../diagrams/touch-picker.tsx';
import { touchText } from '../../diagrams/touch-text.ts';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import { askInstead, changeStep, moveStep, removeStep, removeTouch, setTouch } from './change.ts';
import styles from './fallout.module.css';
import type { FalloutProps, Step } from './query.ts';

const TouchDialog = lazy(async () => ({
  default: (await import('../../narrow/touch-dialog.tsx')).TouchDialog,
}));

const WITHINS = ['30min', '1h', '24h', '7d', '30d'];

/** Number and touchpoints of a step. A click on a touchpoint swaps it; the rest is in the menu. */
export function StepHead(
  props: FalloutProps & { readonly index: number; readonly step: Step; readonly name: string },
): ReactNode {
  const { words, language } = useSpeech();
  const say = words.diagrams;
  const names = useNames();
  const { index, step, isFixed, onQuery, asked } = props;
  const rule = [
    ...(index > 0 && step.path === 'next' ? [say.fallout.next] : []),
    ...(index > 0 && step.within !== undefined
      ? [say.fallout.within(durationText(step.within, language))]
      : []),
  ];
  return (
    <div>
      <div className={styles.head}>
        <span className={styles.title}>
          <span className={styles.ordinal}>{index + 1}.</span>
          {step.any.map((touch, i) => {
            const text = touchText(touch, names);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a touchpoint is known by its place.
              <span key={i}>
                {i > 0 && <span className="dimmed"> {say.or} </span>}
                {isFixed ? (
                  text
                ) : (
                  <TouchPicker
                    label={say.fallout.swap(text)}
                    range={asked.range}
                    onPick={(picked) => onQuery(setTouch(index, i, picked))}
                    target={
                      <button
                        type="button"
                        className={styles.touch}
                        aria-label={say.fallout.swap(text)}
                        title={say.fallout.swap(text)}
                      >
                        {text}
                      </button>
                    }
                  />
                )}
              </span>
            );
          })}
          {!isFixed && (
            <TouchPicker
              label={say.fallout.addTouch}
              range={asked.range}
              onPick={(touch) => onQuery(setTouch(index, step.any.length, touch))}
              target={
                <button type="button" className={styles.or} title={say.fallout.addTouch}>
                  + {say.or}
                </button>
              }
            />
          )}
        </span>
        {!isFixed && <StepMenu {...props} />}
      </div>
      {rule.length > 0 && <div className={styles.more}>{rule.join(' · ')}</div>}
    </div>
  );
}

/** What is done with a step; of each of its touchpoints it can be said which of them count. */
function StepMenu(
  props: FalloutProps & { readonly index: number; readonly step: Step; readonly name: string },
): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const { index, step, asked, onQuery } = props;
  const [narrowed, setNarrowed] = useState<number>();
  const touch = narrowed === undefined ? undefined : step.any[narrowed];
  return (
    <>
      <OpenedMenu {...props} onNarrow={setNarrowed} />
      {touch && (
        <Suspense>
          <TouchDialog
            title={words.narrow.touch(touchText(touch, names))}
            touch={touch}
            range={asked.range}
            onApply={(next) => onQuery(setTouch(index, narrowed!, next))}
            onClose={() => setNarrowed(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

function OpenedMenu(
  props: FalloutProps & {
    readonly index: number;
    readonly step: Step;
    readonly name: string;
    readonly onNarrow: (touch: number) => void;
  },
): ReactNode {
  const { words, language } = useSpeech();
  const say = words.diagrams.fallout;
  const names = useNames();
  const { index, step, name, query, onQuery } = props;
  const count = query.steps.length;
  return (
    <Menu
      shadow="md"
      target={
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={say.stepMenu(name)}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      }
    >
      {step.any.map((touch, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a touchpoint is known by its place.
        <MenuItem key={i} onClick={() => props.onNarrow(i)}>
          {words.diagrams.narrow.touch(touchText(touch, names))}
        </MenuItem>
      ))}
      {step.any.length > 1 &&
        step.any.map((touch, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a touchpoint is known by its place.
          <MenuItem key={i} onClick={() => onQuery(removeTouch(index, i))}>
            {words.diagrams.remove(touchText(touch, names))}
          </MenuItem>
        ))}
      {index > 0 && (
        <>
          <MenuLabel>{say.path}</MenuLabel>
          {(['eventual', 'next'] as const).map((path) => (
            <MenuItem
              key={path}
              aria-current={(step.path ?? 'eventual') === path}
              onClick={() =>
                onQuery(
                  changeStep(index, (now) => withField(now, 'path', path === 'next' ? path : undefined)),
                )
              }
            >
              {(step.path ?? 'eventual') === path ? '✓ ' : ''}
              {path === 'next' ? say.next : say.eventual}
            </MenuItem>
          ))}
          <MenuLabel>{say.withinStep}</MenuLabel>
          {[undefined, ...WITHINS].map((within) => (
            <MenuItem
              key={within ?? ''}
              aria-current={step.within === within}
              onClick={() => onQuery(changeStep(index, (now) => withField(now, 'within', within)))}
            >
              {step.within === within ? '✓ ' : ''}
              {within === undefined ? say.noLimit : durationText(within, language)}
            </MenuItem>
          ))}
        </>
      )}
      <MenuDivider />
      {index < count - 1 && <MenuItem onClick={() => onQuery(askInstead(index + 1))}>{say.instead}</MenuItem>}
      {index > 0 && <MenuItem onClick={() => onQuery(moveStep(index, -1))}>{say.earlier}</MenuItem>}
      {index < count - 1 && <MenuItem onClick={() => onQuery(moveStep(index, 1))}>{say.later}</MenuItem>}
      {count > 1 && (
        <MenuItem color="red" onClick={() => onQuery(removeStep(index))}>
          {words.diagrams.remove(name)}
        </MenuItem>
      )}
    </Menu>
  );
}
