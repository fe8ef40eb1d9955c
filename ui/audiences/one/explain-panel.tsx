import { Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PersonPicker } from '../../people/person-picker.tsx';

const WhyDialog = lazy(async () => ({
  default: (await import('../../people/panels/why-dialog.tsx')).WhyDialog,
}));

/** Finds somebody and says why she is in an audience, or is not. */
export function ExplainPanel(props: { readonly id: string; readonly name: string }): ReactNode {
  const words = useWords().audiences;
  const [person, setPerson] = useState<number>();
  return (
    <Panel title={words.explain}>
      <Text size="sm" c="dimmed" mb={8}>
        {words.explainHint}
      </Text>
      <PersonPicker label={words.somebody} chosen={person} onChoose={setPerson} />
      {person !== undefined && (
        <Suspense>
          <WhyDialog
            audience={props.id}
            name={props.name}
            person={person}
            onClose={() => setPerson(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
}
