import { type DragEvent, useRef, useState } from 'react';
import { type Component, type ComponentKind, carried, isCarried } from './component.ts';

/** Lets an element take components that are dragged onto it. Spread `props`; `isOver` is for its look. A menu must do the same. */
export function useDrop(kinds: readonly ComponentKind[], onDrop: (component: Component) => void) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const set = (by: number): void => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const props = {
    onDragEnter: (event: DragEvent) => {
      if (isCarried(event.dataTransfer, kinds)) set(1);
    },
    onDragLeave: (event: DragEvent) => {
      if (isCarried(event.dataTransfer, kinds)) set(-1);
    },
    onDragOver: (event: DragEvent) => {
      if (!isCarried(event.dataTransfer, kinds)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      const component = carried(event.dataTransfer, kinds);
      if (!component) return;
      event.preventDefault();
      event.stopPropagation();
      onDrop(component);
    },
  };
  return { isOver, props };
}
