import { useRouter } from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
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
  return (
    <SideSheet
      title={id === undefined ? words[`${kind}s`].fresh : words.sections[`${kind}s`]}
      onClose={props.onClose}
      size="xl"
    >
      <Suspense fallback={<Lines count={6} />}>
        <Worded {...props} />
      </Suspense>
    </SideSheet>
  );
}

/** The texts of conditions come with whoever needs them. */
function Worded({ building: { kind, id }, onClose }: Parameters<typeof BuildSheet>[0]): ReactNode {
  const { texts } = useRouter().options.context;
  const [isWorded, setWorded] = useState(false);
  useEffect(() => void texts.need('editing').then(() => setWorded(true)), [texts]);
  const Editor = EDITORS[kind];
  const close = async (): Promise<void> => onClose();
  if (!isWorded) return <Lines count={6} />;
  return <Editor id={id} onSaved={close} onGone={close} />;
}
