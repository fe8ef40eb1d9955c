import { stableText } from '../../core/condition/index.ts';
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

/** Kinds of questions that can be compared with another range. */
const COMPARED = ['table', 'scorecard'];

/**
 * The questions of a workspace. A part takes the range and comparison that it does not name from its panel, that from the workspace;
 * segments and filters add up, but for those that the part leaves aside.
 */
export function questionsOf(workspace: Workspace): AskedPart[] {
  return workspace.panels.flatMap((panel, i) =>
    panel.parts.flatMap((part, j): AskedPart[] => {
      if (!isQuestion(part)) return [];
      return [
        {
          key: `${panel.id}/${part.id}`,
          question: part.question,
          query: queryOf(workspace, panel, part),
          pointer: `/panels/${i}/parts/${j}`,
        },
      ];
    }),
  );
}

function queryOf(
  workspace: Workspace,
  panel: Workspace['panels'][number],
  { question, query, without = {} }: QuestionPart,
): AskedPart['query'] {
  const own = query as Partial<Pick<Workspace, 'range' | 'compare' | 'segments' | 'filters'>>;
  const compare = own.compare ?? (without.compare ? undefined : (panel.compare ?? workspace.compare));
  const segments = added(without.segments, own.segments, workspace.segments, panel.segments);
  const filters = added(without.filters, own.filters, workspace.filters, panel.filters);
  return {
    ...query,
    range: own.range ?? panel.range ?? workspace.range,
    ...(compare && COMPARED.includes(question) ? { compare } : {}),
    ...(segments.length > 0 ? { segments } : {}),
    ...(filters.length > 0 ? { filters } : {}),
  };
}

/** What is inherited but for what is left aside, then what is one's own. */
function added<T>(
  without: readonly T[] = [],
  own: readonly T[] = [],
  ...inherited: (readonly T[] | undefined)[]
): T[] {
  const aside = new Set(without.map((each) => stableText(each)));
  return [...inherited.flatMap((each) => each ?? []).filter((each) => !aside.has(stableText(each))), ...own];
}

type QuestionPart = Extract<Part, { question: string }>;

function isQuestion(part: Part): part is QuestionPart {
  return 'question' in part;
}
