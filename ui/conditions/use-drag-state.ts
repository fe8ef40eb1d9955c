import { useRef, useState } from 'react';
import type { Drag } from './drag-context.ts';
import type { Place } from './model/moves.ts';

/** Keeps what is dragged and where it would be dropped. */
export function useDragState(onMove: (id: string, to: Place) => void): Drag {
  const [state, setState] = useState<{ readonly id?: string; readonly over?: Place }>({});
  // The events of a drag come faster than the page is drawn.
  const latest = useRef(state);
  const set = (next: typeof state): void => {
    latest.current = next;
    setState(next);
  };
  return {
    id: state.id,
    over: state.over,
    start(id, event) {
      event.stopPropagation();
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      set({ id });
    },
    at(place, event) {
      const { id, over } = latest.current;
      if (id === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (over?.group !== place.group || over.at !== place.at) set({ id, over: place });
    },
    drop(event) {
      const { id, over } = latest.current;
      if (id === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      set({});
      if (over) onMove(id, over);
    },
    end: () => set({}),
  };
}
