import { createContext, type DragEvent, use } from 'react';
import type { Place } from './model/moves.ts';

/** What is dragged, and where it would be dropped. */
export interface Drag {
  readonly id: string | undefined;
  readonly over: Place | undefined;
  start(id: string, event: DragEvent): void;
  /** The pointer is over a place; it is only taken where something of this editor is dragged. */
  at(place: Place, event: DragEvent): void;
  drop(event: DragEvent): void;
  end(): void;
}

/** The drag of one editor. */
export const DragContext = createContext<Drag | undefined>(undefined);

/** The drag of the editor around. */
export function useDrag(): Drag {
  const drag = use(DragContext);
  if (!drag) throw new Error('useDrag outside of a ConditionEditor');
  return drag;
}

/** Handlers that make an element a place to drop at: before the part at `at`, or behind it in its lower half. */
export function dropAt(drag: Drag, group: string, at: number, isEnd = false) {
  return {
    onDragOver(event: DragEvent) {
      const box = event.currentTarget.getBoundingClientRect();
      const isBelow = !isEnd && event.clientY > box.top + box.height / 2;
      drag.at({ group, at: isBelow ? at + 1 : at }, event);
    },
    onDrop: (event: DragEvent) => drag.drop(event),
  };
}
