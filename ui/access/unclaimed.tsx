import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Door } from './door.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { standingQuery } from './queries.ts';

/** Nobody owns this Rapport yet: where the link is that makes its owner. */
export function Unclaimed(): ReactNode {
  const words = useWords().access;
  const queries = useQueryClient();
  return (
    <Door title={words.unclaimed}>
      <Text size="sm">{words.unclaimedWhy}</Text>
      <Text size="sm" c="dimmed">
        {words.unclaimedHow}
      </Text>
      <Elsewhere />
      <Button
        variant="default"
        onClick={() => void queries.invalidateQueries({ queryKey: standingQuery.queryKey })}
      >
        {words.lookAgain}
      </Button>
    </Door>
  );
}
