import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import type { Panel, WordsPart } from '../../document.ts';
import { changePart } from '../../edit.ts';
import styles from '../../frame/frame.module.css';
import { PartMenu } from '../../frame/part-menu.tsx';
import { useWorkbench } from '../../workspace/workbench.ts';
import { Prose } from './prose.tsx';

const TextField = lazy(async () => ({ default: (await import('./text-field.tsx')).TextField }));

/** Words between the drawings. A click lets one write; leaving the field keeps it. */
export function TextCard(props: { readonly panel: Panel; readonly part: WordsPart }): ReactNode {
  const words = useWords().analysis;
  const { change, isFixed } = useWorkbench();
  const { panel, part } = props;
  const [typed, setTyped] = useState<string | undefined>(part.text === '' && !isFixed ? '' : undefined);
  const card = useRef<HTMLElement>(null);
  const place = { panel: panel.id, part: part.id };
  const keep = (): void => {
    if (typed !== undefined && typed !== part.text)
      change(changePart(place, (found) => ('text' in found ? { ...found, text: typed } : found)));
    setTyped(undefined);
  };
  return (
    <section ref={card} className={styles.card} aria-label={words.text.title}>
      <div>
        <div className={styles.corner}>
          {!isFixed && typed === undefined && (
            <Button size="compact-xs" variant="subtle" data-export="no" onClick={() => setTyped(part.text)}>
              {words.text.edit}
            </Button>
          )}
          <PartMenu place={place} panel={panel} part={part} card={card} />
        </div>
        {typed === undefined ? (
          part.text === '' ? (
            <span className="dimmed">{words.text.empty}</span>
          ) : (
            <Prose text={part.text} />
          )
        ) : (
          <Suspense>
            <TextField text={typed} onText={setTyped} onLeave={keep} onForget={() => setTyped(undefined)} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
