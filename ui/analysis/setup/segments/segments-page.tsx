import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useNames } from '../../model/use-names.ts';
import { SetupPage } from '../setup-page.tsx';
import { SegmentEditor } from './segment-editor.tsx';

const route = getRouteApi('/analysis/segments');

/** Segments: conditions with names, by which every question can be narrowed and compared. */
export function SegmentsPage(): ReactNode {
  const words = useWords().setup;
  const names = useNames();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = (each: string): string => names.segment({ segment: each }) ?? each;
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="segments" kind="segment" nameOf={nameOf} chosen={id} onChoose={choose}>
      <Panel title={id === undefined ? words.segments.fresh : nameOf(id)}>
        <SegmentEditor key={id ?? ''} id={id} onSaved={choose} onGone={() => choose(undefined)} />
      </Panel>
    </SetupPage>
  );
}
