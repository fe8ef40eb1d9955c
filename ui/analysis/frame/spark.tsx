import { memo, type ReactNode } from 'react';
import { Sparkline } from '../../parts/sparkline.tsx';

/** A small line of numbers of which some may be missing: nothing is drawn as 0. */
export const Spark = memo(function Spark({
  values,
}: {
  readonly values: readonly (number | null)[];
}): ReactNode {
  return <Sparkline values={values.map((value) => value ?? 0)} />;
});
