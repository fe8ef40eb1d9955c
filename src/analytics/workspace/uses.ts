import { isObject } from '../../core/index.ts';
import type { Workspace } from './document.ts';

/** What workspaces ask by. */
export const USED_KINDS = ['dimension', 'metric', 'segment', 'audience'] as const;
type Uses = Readonly<Record<(typeof USED_KINDS)[number], ReadonlyMap<string, number>>>;

/** How many parts of workspaces ask by what; what a panel or workspace keeps to counts once for it. */
export function usesIn(workspaces: readonly Workspace[]): Uses {
  const uses = Object.fromEntries(USED_KINDS.map((kind) => [kind, new Map<string, number>()])) as unknown as {
    readonly [Kind in keyof Uses]: Map<string, number>;
  };
  const count = (document: unknown): void => {
    const found = new Set<string>();
    collect(document, found);
    for (const each of found) {
      const at = each.indexOf(' ');
      const counts = uses[each.slice(0, at) as keyof Uses];
      const id = each.slice(at + 1);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  };
  for (const { segments, filters, panels } of workspaces) {
    count({ segments, filters });
    for (const panel of panels) {
      count({ segments: panel.segments, filters: panel.filters });
      for (const part of panel.parts) if ('query' in part) count(part.query);
    }
  }
  return uses;
}

/** Adds `kind id` of whatever a document names. */
function collect(document: unknown, found: Set<string>): void {
  if (Array.isArray(document)) for (const each of document) collect(each, found);
  else if (isObject(document as never))
    for (const [key, value] of Object.entries(document as object)) {
      const kind = USED_KINDS.find((each) => each === key);
      if (kind && typeof value === 'string') found.add(`${kind} ${value}`);
      else collect(value, found);
    }
}
