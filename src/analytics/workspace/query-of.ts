import type { Part, Workspace } from './document.ts';

/** A question of a workspace as it is asked. */
export interface AskedPart {
  /** `panel/part`. */
  readonly key: string;
  readonly question: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** Where it stands in the document. */
  readonly pointer: string;
}

/** The questions of a workspace. A part takes the range that it does not name from its panel, that from the workspace; segments add up. */
export function questionsOf({ range, segments = [], panels }: Workspace): AskedPart[] {
  return panels.flatMap((panel, i) =>
    panel.parts.flatMap((part, j) => {
      if (!isQuestion(part)) return [];
      const own = part.query as { segments?: unknown[]; range?: unknown; compare?: unknown };
      const all = [...segments, ...(panel.segments ?? []), ...(own.segments ?? [])];
      const query = {
        ...(panel.compare && part.question === 'table' ? { compare: panel.compare } : {}),
        ...part.query,
        range: own.range ?? panel.range ?? range,
        ...(all.length > 0 ? { segments: all } : {}),
      };
      return [
        { key: `${panel.id}/${part.id}`, question: part.question, query, pointer: `/panels/${i}/parts/${j}` },
      ];
    }),
  );
}

function isQuestion(part: Part): part is Extract<Part, { question: string }> {
  return 'question' in part;
}
