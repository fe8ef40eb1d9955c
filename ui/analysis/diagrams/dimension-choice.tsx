import type { ReactNode } from 'react';
import { useNames } from '../model/use-names.ts';
import { Pick } from '../pick/pick.tsx';
import { Said } from './choice.tsx';
import { Pill } from './pill.tsx';

interface ChoiceProps {
  readonly label: string;
  /** The id of what is chosen. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly isFixed: boolean;
}

/** A dimension as a pill that opens the list of all. */
export function DimensionChoice(props: ChoiceProps): ReactNode {
  return <ComponentChoice kind="dimension" said={useNames().dimension(props.value)} {...props} />;
}

/** A metric as a pill that opens the list of all. */
export function MetricChoice(props: ChoiceProps): ReactNode {
  return <ComponentChoice kind="metric" said={useNames().metric(props.value)} {...props} />;
}

function ComponentChoice(
  props: ChoiceProps & { readonly kind: 'dimension' | 'metric'; readonly said: string },
): ReactNode {
  const { kind, said, label, onChange, isFixed } = props;
  if (isFixed) return <Said label={label}>{said}</Said>;
  return (
    <Pick
      kinds={[kind]}
      label={label}
      onPick={(component) => component.kind === kind && onChange(component.id)}
    >
      {(button) => (
        <Pill label={label} {...button}>
          {said}
        </Pill>
      )}
    </Pick>
  );
}
