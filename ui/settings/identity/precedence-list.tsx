import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { sourcesQuery } from '../queries.ts';

/** The sources whose word counts, the strongest first. */
export function PrecedenceList(props: {
  readonly sources: string[];
  readonly onChange: (sources: string[]) => void;
}): ReactNode {
  const words = useWords().settings.identity;
  const may = useMay();
  const { data: sources = [] } = useQuery({ ...sourcesQuery, enabled: may('sources.read') });
  return (
    <TagsInput
      label={words.precedenceList}
      data={sources.map(({ id }) => id)}
      value={props.sources}
      onChange={props.onChange}
      maw={480}
    />
  );
}
