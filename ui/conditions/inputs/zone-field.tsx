import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { settingsQuery } from '../../settings/queries.ts';
import { SmallChoice } from './choice.tsx';

/** The time zone in which days begin; undefined is UTC. */
export function ZoneField(props: {
  readonly value: string | undefined;
  readonly onChange: (zone: string | undefined) => void;
  /** Whether it may be that of the person. */
  readonly mayBePersonal?: boolean;
  readonly at?: string;
}): ReactNode {
  const words = useWords().conditions;
  const { data } = useQuery(settingsQuery);
  const own = data?.timeZone;
  return (
    <SmallChoice
      label={words.zone}
      value={props.value ?? 'UTC'}
      choices={[
        { value: 'UTC', label: words.zones.utc },
        ...(own && own !== 'UTC' ? [{ value: own, label: own }] : []),
        ...(props.mayBePersonal ? [{ value: 'person', label: words.zones.person }] : []),
      ]}
      {...(props.at === undefined ? {} : { at: props.at })}
      onChange={(zone) => props.onChange(zone === 'UTC' ? undefined : zone)}
    />
  );
}
