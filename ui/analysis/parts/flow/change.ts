import type { FlowQuery } from './query.ts';

/** A change of a flow that somebody makes in the chart. */
export type FlowChange = (query: FlowQuery) => FlowQuery;

const STEPS = 3;

/** Turns the ways round another value, or another dimension; without a value, from their begin or to their end. */
export const pivotTo =
  (to: {
    readonly dimension?: string;
    readonly kind: NonNullable<FlowQuery['kind']>;
    readonly value?: NonNullable<FlowQuery['value']>;
  }): FlowChange =>
  ({ value: _, before: __, after: ___, kind: ____, ...query }) => ({
    ...query,
    ...(to.dimension === undefined ? {} : { dimension: to.dimension }),
    kind: to.kind,
    ...(to.value === undefined ? {} : { value: to.value }),
    ...(to.kind === 'starts' ? {} : { before: to.kind === 'ends' ? STEPS : 2 }),
    ...(to.kind === 'ends' ? {} : { after: to.kind === 'starts' ? STEPS : 2 }),
  });
