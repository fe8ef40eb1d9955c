import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { OwnScope, Panel, QuestionPart } from '../document.ts';
import { changePart, type Place } from '../edit.ts';
import { canCompare, scopeOf } from '../inherit.ts';
import { useWorkbench } from '../workspace/workbench.ts';

const RangeDialog = lazy(async () => ({ default: (await import('../range/range-dialog.tsx')).RangeDialog }));

/** The dates and the comparison of a single part, whatever those around it are. */
export function PartRange(props: {
  readonly place: Place;
  readonly panel: Panel;
  readonly part: QuestionPart;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis;
  const { workspace, change } = useWorkbench();
  const { place, panel, part } = props;
  const { range, compare } = scopeOf(workspace, panel, part);
  const isCompared = (panel.compare ?? workspace.compare) !== undefined;
  const isOwn = range.from === 'part' || compare?.from === 'part' || part.without?.compare === true;
  const set = (own: Pick<OwnScope, 'range' | 'compare'>, isAside: boolean): void =>
    change(
      changePart(place, (found) => {
        if (!('query' in found)) return found;
        const { range: _, compare: __, ...query } = found.query;
        const { compare: ___, ...without } = found.without ?? {};
        const aside = { ...without, ...(isAside ? { compare: true as const } : {}) };
        const { without: ____, ...rest } = found;
        return {
          ...rest,
          query: { ...query, ...own },
          ...(Object.keys(aside).length > 0 ? { without: aside } : {}),
        };
      }),
    );
  return (
    <Suspense>
      <RangeDialog
        title={words.rangeOf(props.title)}
        range={range.value}
        compare={compare?.value}
        isWithoutCompare={!canCompare(part.question)}
        onChange={(next, compared) =>
          set({ range: next, ...(compared ? { compare: compared } : {}) }, !compared && isCompared)
        }
        inherit={isOwn ? { label: words.asAround, onInherit: () => set({}, false) } : undefined}
        onClose={props.onClose}
      />
    </Suspense>
  );
}
