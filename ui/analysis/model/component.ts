import type { Range, Segment } from '../api-types.ts';

/** What the rail offers and what is dragged: something to ask by, one of its values, to count, to keep to, or a stretch of time. */
export type Component =
  | { readonly kind: 'dimension'; readonly id: string }
  | { readonly kind: 'value'; readonly dimension: string; readonly value: string }
  | { readonly kind: 'metric'; readonly id: string }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'range'; readonly range: Range };

export type ComponentKind = Component['kind'];

const TYPE = 'application/x-rapport-component';

/** Puts a component into a drag. */
export function carry(data: DataTransfer, component: Component): void {
  data.setData(`${TYPE}+${component.kind}`, JSON.stringify(component));
  data.effectAllowed = 'copy';
}

/** Whether what is dragged is a component of one of these kinds. Its content cannot be read before it is dropped. */
export function isCarried(data: DataTransfer, kinds: readonly ComponentKind[]): boolean {
  return kinds.some((kind) => data.types.includes(`${TYPE}+${kind}`));
}

/** The component that was dropped. */
export function carried(data: DataTransfer, kinds: readonly ComponentKind[]): Component | undefined {
  const text = kinds.map((kind) => data.getData(`${TYPE}+${kind}`)).find((each) => each !== '');
  return text ? (JSON.parse(text) as Component) : undefined;
}
