import type { Segment } from '../../api-types.ts';
import type { Touch } from '../../diagrams/touch-text.ts';
import type { FalloutQuery, Step } from './query.ts';

/** As many as the question takes. */
export const STEPS_MAX = 60;

/** A change of a fallout that somebody makes in the chart. */
export type FalloutChange = (query: FalloutQuery) => FalloutQuery;

const changeSteps =
  (change: (steps: Step[]) => Step[]): FalloutChange =>
  ({ instead: _, ...query }) => ({ ...query, steps: change([...query.steps]) });

/** Puts a step before the one of this index; at the end where there is none. */
export const insertStep = (at: number, touch: Touch): FalloutChange =>
  changeSteps((steps) => [...steps.slice(0, at), { any: [touch] }, ...steps.slice(at)]);

/** Takes a step out; the last one stays. */
export const removeStep = (at: number): FalloutChange =>
  changeSteps((steps) => (steps.length > 1 ? steps.filter((_, i) => i !== at) : steps));

/** Moves a step back (-1) or on (1). */
export const moveStep = (at: number, by: number): FalloutChange =>
  changeSteps((steps) => {
    const [moved] = steps.splice(at, 1);
    if (moved) steps.splice(at + by, 0, moved);
    return steps;
  });

/** Changes one step. */
export const changeStep = (at: number, change: (step: Step) => Step): FalloutChange =>
  changeSteps((steps) => steps.map((step, i) => (i === at ? change(step) : step)));

/** Puts a touchpoint in place of another, or adds it where there is none at that index. */
export const setTouch = (at: number, index: number, touch: Touch): FalloutChange =>
  changeStep(at, (step) => {
    const any = [...step.any];
    any[Math.min(index, any.length)] = touch;
    return { ...step, any };
  });

/** Takes one of several touchpoints out of a step. */
export const removeTouch = (at: number, index: number): FalloutChange =>
  changeStep(at, (step) => ({ ...step, any: step.any.filter((_, i) => i !== index) }));

/** Lays another group beside those that are there. */
export const addGroup =
  (segment: Segment): FalloutChange =>
  (query) => ({ ...query, groups: [...(query.groups ?? []), [segment]] });

/** Takes a group out. */
export const removeGroup =
  (index: number): FalloutChange =>
  ({ groups = [], ...query }) => {
    const rest = groups.filter((_, i) => i !== index);
    return rest.length > 0 ? { ...query, groups: rest } : query;
  };

/** Asks what those did who came to a step (from 1) and no further; or not any more. */
export const askInstead =
  (step: number | undefined, dimension?: string): FalloutChange =>
  ({ instead: _, ...query }) =>
    step === undefined
      ? query
      : { ...query, instead: { step, limit: 12, ...(dimension === undefined ? {} : { dimension }) } };
