import type { OwnScope, QuestionPart } from '../document.ts';
import type { Component } from '../model/component.ts';
import type { AnyPartKind } from '../part-kind.ts';

/** A part after a component was dropped on it: its kind may know a place for it; segments and ranges fit every query. */
export function withComponent(part: QuestionPart, kind: AnyPartKind, component: Component): QuestionPart {
  const taken = kind.drop?.(part.query, component);
  if (taken) return { ...part, query: taken };
  const own = part.query as OwnScope;
  switch (component.kind) {
    case 'segment':
      return { ...part, query: { ...own, segments: [...(own.segments ?? []), component.segment] } };
    case 'range':
      return { ...part, query: { ...own, range: component.range } };
    default:
      return part;
  }
}
