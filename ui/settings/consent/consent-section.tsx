import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { isAskedFor, type Purpose, type PurposesAnswer, purposesQuery } from '../../privacy/use-purposes.ts';
import { SettingForm, useDraft } from '../setting-form.tsx';
import { usePublish } from '../use-publish.ts';
import { PurposeForm } from './purpose-form.tsx';
import { StatedPanel } from './stated-panel.tsx';

/** What the retailer asks people to agree to, and what they said consent for though it is not listed. */
export function ConsentSection(): ReactNode {
  const words = useWords().settings;
  const query = useQuery(purposesQuery);
  return (
    <Loaded query={query}>
      {(answer) => (
        <ConsentForm
          key={answer.version}
          answer={answer}
          title={words.section.consent}
          onReload={() => void query.refetch()}
        />
      )}
    </Loaded>
  );
}

const fresh = (key: string, channel: string): Purpose => ({
  key,
  name: key,
  channels: [channel],
  unsaid: 'out',
  state: 'active',
});

function ConsentForm(props: {
  readonly answer: PurposesAnswer;
  readonly title: string;
  readonly onReload: () => void;
}): ReactNode {
  const words = useWords().settings.consent;
  const { document: saved, version } = props.answer;
  const { draft: document, setDraft: setDocument, form } = useDraft(saved, usePublish('purposes', version));
  const draft = document.purposes;
  const setDraft = (purposes: Purpose[]): void => setDocument({ purposes });
  /** Lists what people said consent for: a purpose of its own, or one more channel of one that is listed. */
  const list = (key: string, channel: string): void => {
    const place = draft.findIndex((purpose) => purpose.key === key);
    const known = draft[place];
    if (known) {
      const channels = channel === 'any' ? ['any'] : [...new Set([...known.channels, channel])];
      setDraft(draft.with(place, { ...known, channels, state: 'active' }));
    } else setDraft([...draft, fresh(key, channel)]);
  };
  return (
    <>
      <Panel title={props.title}>
        <Text size="sm" c="dimmed" mb={8}>
          {words.intro}
        </Text>
        <SettingForm {...form} onReload={props.onReload} holds="at-once">
          {draft.map((purpose, place) => (
            <PurposeForm
              // Purposes are told apart by where they stand: their keys are being typed.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              key={place}
              purpose={purpose}
              isPublished={version > 0 && saved.purposes.some(({ key }) => key === purpose.key)}
              isOpen={purpose.key === ''}
              onChange={(part) => setDraft(draft.with(place, { ...purpose, ...part }))}
              onRemove={() => setDraft(draft.toSpliced(place, 1))}
            />
          ))}
          <Button
            size="xs"
            variant="default"
            mt={12}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setDraft([...draft, { ...fresh('', 'email'), name: '' }])}
          >
            {words.add}
          </Button>
        </SettingForm>
      </Panel>
      <StatedPanel onList={list} isListed={(key, channel) => isAskedFor(draft, key, channel)} />
    </>
  );
}
