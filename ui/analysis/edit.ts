import type { Panel, Part, Workspace } from './document.ts';

/** Where a part stands. */
export interface Place {
  readonly panel: string;
  readonly part: string;
}

/** Changes of the draft. Each gives a new document and leaves the old one alone. */
export type Change = (workspace: Workspace) => Workspace;

/** Changes one panel. */
export function changePanel(id: string, change: (panel: Panel) => Panel): Change {
  return (workspace) => ({
    ...workspace,
    panels: workspace.panels.map((panel) => (panel.id === id ? change(panel) : panel)),
  });
}

/** Changes one part. */
export function changePart(place: Place, change: (part: Part) => Part): Change {
  return changePanel(place.panel, (panel) => ({
    ...panel,
    parts: panel.parts.map((part) => (part.id === place.part ? change(part) : part)),
  }));
}

/** Adds a panel at the end. */
export function addPanel(panel: Panel): Change {
  return (workspace) => ({ ...workspace, panels: [...workspace.panels, panel] });
}

/** Takes a panel out. */
export function removePanel(id: string): Change {
  return (workspace) => ({ ...workspace, panels: workspace.panels.filter((panel) => panel.id !== id) });
}

/** Moves a panel up (-1) or down (1). */
export function shiftPanel(id: string, by: number): Change {
  return (workspace) => ({ ...workspace, panels: shifted(workspace.panels, id, by) });
}

/** Adds a part to a panel, before another or at the end. */
export function addPart(panel: string, part: Part, before?: string): Change {
  return changePanel(panel, (found) => ({ ...found, parts: inserted(found.parts, part, before) }));
}

/** Takes a part out. */
export function removePart({ panel, part }: Place): Change {
  return changePanel(panel, (found) => ({ ...found, parts: found.parts.filter(({ id }) => id !== part) }));
}

/** Moves a part back (-1) or on (1) within its panel. */
export function shiftPart({ panel, part }: Place, by: number): Change {
  return changePanel(panel, (found) => ({ ...found, parts: shifted(found.parts, part, by) }));
}

/** Moves a part to a panel, before another or to the end. Ids are of the whole workspace, so it keeps its own. */
export function movePart(place: Place, to: string, before?: string): Change {
  return (workspace) => {
    const part = workspace.panels
      .find(({ id }) => id === place.panel)
      ?.parts.find(({ id }) => id === place.part);
    if (!part || before === place.part) return workspace;
    return addPart(to, part, before)(removePart(place)(workspace));
  };
}

function inserted(parts: readonly Part[], part: Part, before?: string): Part[] {
  const at = before === undefined ? -1 : parts.findIndex(({ id }) => id === before);
  return at < 0 ? [...parts, part] : [...parts.slice(0, at), part, ...parts.slice(at)];
}

function shifted<T extends { readonly id: string }>(list: readonly T[], id: string, by: number): T[] {
  const from = list.findIndex((each) => each.id === id);
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  if (from < 0) return [...list];
  const rest = list.filter((each) => each.id !== id);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
