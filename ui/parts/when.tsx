import type { ReactNode } from 'react';
import { useFormat } from '../language/use-format.ts';
import { useNow } from './use-now.ts';

/** A time as an age; the moment itself, in the time zone of the workspace, is in the title. */
export function When({ time }: { readonly time: number }): ReactNode {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={new Date(time).toISOString()} title={`${format.moment(time)} ${format.timeZone}`}>
      {format.ago(time, now)}
    </time>
  );
}
