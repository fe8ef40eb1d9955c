import type { ReactNode } from 'react';
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
import { OpaquePart } from './opaque-part.tsx';
import type { PartProps } from './part.ts';
import { SequencePart } from './sequence-part.tsx';
import { TraitPart } from './trait-part.tsx';

const CONTROLS: readonly (readonly [head: string, control: (props: PartProps) => ReactNode])[] = [
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
  if (asJson || !Control || !isShown(part))
    return <OpaquePart part={part} onChange={rest.onChange} why={!asJson} />;
  return <Control part={part} {...rest} />;
}
