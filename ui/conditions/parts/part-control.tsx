import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { isShown } from '../model/shown.ts';
import { BehaviourPart } from './behaviour-part.tsx';
import {
  AttributePart,
  ConsentPart,
  MemberPart,
  ReachablePart,
  ScorePart,
  SplitPart,
} from './fact-parts.tsx';
import type { PartProps } from './part.ts';

// The less usual kinds come when there is one.
const SequencePart = lazy(async () => ({ default: (await import('./sequence-part.tsx')).SequencePart }));
const TraitPart = lazy(async () => ({ default: (await import('./trait-part.tsx')).TraitPart }));
const OpaquePart = lazy(async () => ({ default: (await import('./opaque-part.tsx')).OpaquePart }));

const CONTROLS: readonly (readonly [head: string, control: ComponentType<PartProps>])[] = [
  ['attribute', AttributePart],
  ['did', BehaviourPart],
  ['sequence', SequencePart],
  ['trait', TraitPart],
  ['member', MemberPart],
  ['consent', ConsentPart],
  ['reachable', ReachablePart],
  ['score', ScorePart],
  ['split', SplitPart],
];
/** Of these the first control says whether the opposite is meant. */
const SAYS_NOT = ['did', 'sequence', 'member', 'consent', 'reachable'];

/** Whether the controls of a part say themselves that it stands for its opposite. */
export function saysNot(part: PartProps['part'], asJson: boolean): boolean {
  return !asJson && isShown(part) && SAYS_NOT.some((head) => head in part);
}

/** The controls of a part, or its JSON where they cannot show all of it. */
export function PartControl(props: PartProps & { readonly asJson: boolean }): ReactNode {
  const { part, asJson, ...rest } = props;
  const Control = CONTROLS.find(([head]) => head in part)?.[1];
  return (
    <Suspense>
      {asJson || !Control || !isShown(part) ? (
        <OpaquePart part={part} onChange={rest.onChange} why={!asJson} />
      ) : (
        <Control part={part} {...rest} />
      )}
    </Suspense>
  );
}
