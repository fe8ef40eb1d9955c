import type { DefinitionKind } from '../definition/index.ts';
import { dimensionKind } from './model/derived/derived-kind.ts';
import { lookupKind } from './model/derived/lookup-kind.ts';
import { channelsKind } from './model/dimensions/marketing-channel.ts';
import { metricKind } from './model/metric-kind.ts';
import { reportingKind } from './model/reporting-kind.ts';
import { segmentKind } from './segment/segment-kind.ts';
import { annotationKind, sharedViewKind, workspaceKind } from './workspace/workspace-kind.ts';

/** Every kind of definition of analytics. */
export const analyticsKinds = (): readonly DefinitionKind[] => [
  segmentKind,
  metricKind,
  dimensionKind,
  lookupKind,
  channelsKind,
  reportingKind,
  workspaceKind(),
  annotationKind,
  sharedViewKind,
];
