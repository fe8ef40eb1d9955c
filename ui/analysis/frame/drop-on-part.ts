import type { OwnScope, QuestionPart } from '../document.ts';
import { addPart, type Change, changePanel } from '../edit.ts';
import type { Component } from '../model/component.ts';
import type { AnyPartKind } from '../part-kind.ts';
import { newPart } from '../part-kinds.ts';

/** A part after a component was dropped on it: its kind may know a place for it; segments and ranges fit every query. */
export function withComponent(part: QuestionPart, kind: AnyPartKind, component: Component): QuestionPart {
  const taken = kind.drop?.(part.query, component);
  if (taken) return { ...part, query: taken };
  const own = part.query as OwnScope;
  switch (component.kind) {
    case 'segment':
      return { ...part, query: { ...own, segments: [...(own.segments ?? []), component.segment] } };
    case 'value': {
      const filter = { dimension: component.dimension, text: { is: component.value } };
      return { ...part, query: { ...own, filters: [...(own.filters ?? []), filter] } };
    }
    case 'range':
      return { ...part, query: { ...own, range: component.range } };
    default:
      return part;
  }
}

/** A panel after a component was dropped between its parts: a new table of it, or what the whole panel keeps to. */
export function onPanel(panel: string, component: Component, newId: () => string): Change {
  switch (component.kind) {
    case 'segment':
      return changePanel(panel, (found) => ({
        ...found,
        segments: [...(found.segments ?? []), component.segment],
      }));
    case 'value': {
      const filter = { dimension: component.dimension, text: { is: component.value } };
      return changePanel(panel, (found) => ({ ...found, filters: [...(found.filters ?? []), filter] }));
    }
    case 'range':
      return changePanel(panel, (found) => ({ ...found, range: component.range }));
    default:
      return addPart(panel, newPart('table', newId(), component));
  }
}
