import {
  type Asked,
  isQuestion,
  type OwnScope,
  type Panel,
  type QuestionPart,
  type Workspace,
} from './document.ts';

/** Questions that can be compared with another range. */
const COMPARED = ['table', 'scorecard'];

/** Whether a question shows a comparison with another range. */
export function canCompare(question: string): boolean {
  return COMPARED.includes(question);
}

/** Where something that counts for a part was said. */
export type Origin = 'workspace' | 'panel' | 'part';
/** Something that counts for a part, and where it was said. */
export interface From<T> {
  readonly value: T;
  readonly from: Origin;
}

/** What counts for a part, each with its origin. What the part leaves aside is not among it. */
export interface Scope {
  readonly range: From<Asked['range']>;
  readonly compare: From<NonNullable<Asked['compare']>> | undefined;
  readonly segments: readonly From<Asked['segments'][number]>[];
  readonly filters: readonly From<Asked['filters'][number]>[];
}

/** The same rule as the server's (src/analytics/workspace/query-of.ts); a test holds both together. */
export function scopeOf(workspace: Workspace, panel: Panel, part: QuestionPart): Scope {
  const own = part.query as OwnScope;
  const without = part.without ?? {};
  const list = <T>(
    of: (place: OwnScope) => readonly T[] | undefined,
    aside: readonly T[] = [],
  ): From<T>[] => {
    const left = new Set(aside.map((each) => stable(each)));
    const inherited = [
      ...(of(workspace) ?? []).map((value) => ({ value, from: 'workspace' as const })),
      ...(of(panel) ?? []).map((value) => ({ value, from: 'panel' as const })),
    ].filter(({ value }) => !left.has(stable(value)));
    return [...inherited, ...(of(own) ?? []).map((value) => ({ value, from: 'part' as const }))];
  };
  return {
    range: first(own.range, panel.range, workspace.range)!,
    compare: canCompare(part.question)
      ? first(
          own.compare,
          without.compare ? undefined : panel.compare,
          without.compare ? undefined : workspace.compare,
        )
      : undefined,
    segments: list((place) => place.segments, without.segments),
    filters: list((place) => place.filters, without.filters),
  };
}

/** The scope without where it comes from. */
export function askedOf({ range, compare, segments, filters }: Scope): Asked {
  return {
    range: range.value,
    ...(compare ? { compare: compare.value } : {}),
    segments: segments.map(({ value }) => value),
    filters: filters.map(({ value }) => value),
  };
}

/** A query of a part with everything around it, as it is asked. */
export function queryWith(query: object, { range, compare, segments, filters }: Asked): object {
  return {
    ...query,
    range,
    ...(compare ? { compare } : {}),
    ...(segments.length > 0 ? { segments } : {}),
    ...(filters.length > 0 ? { filters } : {}),
  };
}

/** All questions of a workspace as they are asked, by `panel/part`. */
export function questionsIn(workspace: Workspace): Map<string, object> {
  const found = new Map<string, object>();
  for (const panel of workspace.panels)
    for (const part of panel.parts)
      if (isQuestion(part))
        found.set(`${panel.id}/${part.id}`, queryWith(part.query, askedOf(scopeOf(workspace, panel, part))));
  return found;
}

function first<T>(own: T | undefined, panel: T | undefined, workspace: T | undefined): From<T> | undefined {
  if (own !== undefined) return { value: own, from: 'part' };
  if (panel !== undefined) return { value: panel, from: 'panel' };
  return workspace === undefined ? undefined : { value: workspace, from: 'workspace' };
}

/** A text that is the same for the same content, whatever the order of its fields. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
