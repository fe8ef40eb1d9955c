import { type CSSProperties, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { isQuestion, lookOf, type Panel, type Part } from '../document.ts';
import { movePart } from '../edit.ts';
import { carriedPart, isPartCarried } from '../model/drag-part.ts';
import { kindOf } from '../part-kinds.ts';
import { TextCard } from '../parts/text/text-card.tsx';
import { useWorkbench } from '../workspace/workbench.ts';
import styles from './panel-card.module.css';
import { PartCard } from './part-card.tsx';

const FULL = 12;

/** The place of a part on the grid: a part that is dropped here goes before it. The part that the address names is brought into view. */
export function Cell({ panel, part }: { readonly panel: Panel; readonly part: Part }): ReactNode {
  const { change, isFixed, chosen } = useWorkbench();
  const [isOver, setOver] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const isChosen = chosen === `${panel.id}/${part.id}`;
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const drop = isFixed
    ? {}
    : {
        onDragOver: (event: DragEvent) => {
          if (!isPartCarried(event.dataTransfer)) return;
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => {
          setOver(false);
          const moved = carriedPart(event.dataTransfer);
          if (!moved) return;
          event.preventDefault();
          event.stopPropagation();
          change(movePart(moved, panel.id, part.id));
        },
      };
  return (
    <div
      ref={element}
      className={styles.cell}
      data-over={isOver}
      data-chosen={isChosen}
      style={{ '--columns': widthOf(part) } as CSSProperties}
      {...drop}
    >
      {isQuestion(part) ? <PartCard panel={panel} part={part} /> : <TextCard panel={panel} part={part} />}
    </div>
  );
}

function widthOf(part: Part): number {
  return lookOf(part).width ?? (isQuestion(part) ? (kindOf(part)?.width ?? FULL) : FULL);
}
