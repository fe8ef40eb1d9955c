import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import type { Panel, WordsPart } from '../../document.ts';
import { changePart } from '../../edit.ts';
import styles from '../../frame/frame.module.css';
import { PartMenu } from '../../frame/part-menu.tsx';
import { useWorkbench } from '../../workspace/workbench.ts';
import { Prose } from './prose.tsx';

const TEXT_MAX = 20_000;

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
          <Textarea
            aria-label={words.text.title}
            description={words.text.hint}
            autosize
            minRows={3}
            maxRows={24}
            maxLength={TEXT_MAX}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped(undefined);
            }}
          />
        )}
      </div>
    </section>
  );
}
