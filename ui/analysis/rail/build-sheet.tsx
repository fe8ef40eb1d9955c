import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../language/speech.tsx';
import { WithTexts } from '../../language/with-texts.tsx';
import { Lines } from '../../parts/loaded.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import type { EditorOf } from '../setup/editor.tsx';
import type { Building } from '../workspace/workbench.ts';

const EDITORS: Readonly<Record<Building['kind'], ComponentType<EditorOf>>> = {
  dimension: lazy(async () => ({
    default: (await import('../setup/dimensions/dimension-editor.tsx')).DimensionEditor,
  })),
  metric: lazy(async () => ({ default: (await import('../setup/metrics/metric-editor.tsx')).MetricEditor })),
  segment: lazy(async () => ({
    default: (await import('../setup/segments/segment-editor.tsx')).SegmentEditor,
  })),
};

/** Makes a metric, dimension or segment, or works on one, beside the workspace; what is saved is in the rail at once. */
export function BuildSheet(props: { readonly building: Building; readonly onClose: () => void }): ReactNode {
  const words = useWords().setup;
  const { kind, id } = props.building;
  const Editor = EDITORS[kind];
  const close = async (): Promise<void> => props.onClose();
  return (
    <SideSheet
      title={id === undefined ? words[`${kind}s`].fresh : words.sections[`${kind}s`]}
      onClose={props.onClose}
      size="xl"
    >
      <Suspense fallback={<Lines count={6} />}>
        <WithTexts area="editing">
          <Editor id={id} onSaved={close} onGone={close} />
        </WithTexts>
      </Suspense>
    </SideSheet>
  );
}
