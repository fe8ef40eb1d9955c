import { queryOptions, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { api, must } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { GivenAnswers } from '../../frame/use-answer.ts';
import { useWorkbench } from '../../workspace/workbench.ts';

/** Something that happened outside of the data. */
export type Annotation =
  paths['/api/analytics/annotations']['get']['responses'][200]['content']['application/json']['annotations'][number];

/** A stretch that an annotation names, by steps. */
export interface Mark {
  readonly id: string;
  readonly title: string;
  readonly text: string | undefined;
  readonly first: number;
  readonly last: number;
}

/** All annotations. */
export const annotationsQuery = queryOptions({
  queryKey: ['analysis', 'annotations'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/analytics/annotations', { signal }))).annotations,
  staleTime: 60_000,
});

/** Those of this workspace: said for all, or for this one. None in a shared view, where nothing may be asked. */
export function useAnnotations(): readonly Annotation[] {
  const isShared = use(GivenAnswers) !== undefined;
  const { id } = useWorkbench();
  const { data = [] } = useQuery({ ...annotationsQuery, enabled: !isShared });
  return data.filter(({ workspaces }) => !workspaces || (id !== undefined && workspaces.includes(id)));
}

/** The steps that an annotation touches: steps are days or begin longer units, as answers write them. */
export function stepsOf(
  annotation: Annotation,
  steps: readonly string[],
): [first: number, last: number] | undefined {
  const [from, to] = [annotation.from, annotation.to ?? annotation.from];
  const days = steps.map((step) => step.slice(0, 10));
  const startsBefore = (day: string): number => days.findLastIndex((step) => step <= day);
  const [first, last] = [startsBefore(from), startsBefore(to)];
  const isAfter = first === days.length - 1 && from > days[first]! && !isLastOpen(days, from);
  return last < 0 || isAfter ? undefined : [Math.max(0, first), last];
}

/** Whether the last step is long enough to hold a day after its first. */
function isLastOpen(days: readonly string[], day: string): boolean {
  const [before, last] = [days.at(-2), days.at(-1)];
  if (!before || !last) return true;
  const length = Date.parse(last) - Date.parse(before);
  return Date.parse(day) < Date.parse(last) + length;
}
