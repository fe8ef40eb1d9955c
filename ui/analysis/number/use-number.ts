import { notifications } from '@mantine/notifications';
import { useWords } from '../../language/speech.tsx';
import type { Filter, Segment } from '../api-types.ts';
import type { OwnScope, QuestionPart } from '../document.ts';
import { addPart, changePanel, changePart, type Place } from '../edit.ts';
import type { Opened } from '../part-kind.ts';
import { newPart } from '../part-kinds.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { meaningOf, type NumberPlace } from './number-queries.ts';

const NAME_MAX = 200;

/** What can be changed in the workspace from a number. */
export function useNumber(place: Place, part: QuestionPart, opened: Opened, behind: NumberPlace | undefined) {
  const words = useWords().analysis.number;
  const { workspace, change, newId } = useWorkbench();
  /** The people behind it as a segment; those who cannot be said by a condition are told so. */
  const people = async (): Promise<Segment | undefined> => {
    try {
      const { condition, because } = await meaningOf(behind!);
      if (condition) {
        const name = `${opened.name}: ${opened.value}`.slice(0, NAME_MAX);
        return { level: 'person', condition: condition as Record<string, never>, name };
      }
      notifications.show({
        color: 'yellow',
        title: words.noCondition,
        message: words.asAList(because ?? ''),
      });
    } catch (error) {
      notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) });
    }
    return undefined;
  };
  return {
    filter(wanted: Filter, where: 'part' | 'panel'): void {
      change(
        where === 'panel'
          ? changePanel(place.panel, (panel) => ({ ...panel, filters: [...(panel.filters ?? []), wanted] }))
          : changePart(place, (found) => {
              if (!('query' in found)) return found;
              const own = found.query as OwnScope;
              return { ...found, query: { ...own, filters: [...(own.filters ?? []), wanted] } };
            }),
      );
    },
    async keepPeople(): Promise<void> {
      const segment = await people();
      if (!segment) return;
      change(
        changePanel(place.panel, (panel) => ({ ...panel, segments: [...(panel.segments ?? []), segment] })),
      );
    },
    /** In the drawing itself where it can; else a table of these people beside it. */
    async breakDown(dimension: string): Promise<void> {
      if (opened.onBreakDown) return opened.onBreakDown(dimension);
      const segment = await people();
      if (!segment) return;
      const { range } = part.query as OwnScope;
      const table = newPart('table', newId(), { kind: 'dimension', id: dimension }) as QuestionPart;
      const parts = workspace.panels.find(({ id }) => id === place.panel)?.parts ?? [];
      const next = parts[parts.findIndex(({ id }) => id === place.part) + 1];
      const query = { ...table.query, segments: [segment], ...(range ? { range } : {}) };
      change(addPart(place.panel, { ...table, query }, next?.id));
    },
    compare(compare: OwnScope['compare']): void {
      change(
        changePart(place, (found) => {
          if (!('query' in found)) return found;
          const { compare: _, ...query } = found.query;
          return { ...found, query: { ...query, ...(compare ? { compare } : {}) } };
        }),
      );
    },
  };
}
