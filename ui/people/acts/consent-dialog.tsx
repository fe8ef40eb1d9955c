import '@mantine/core/styles/RadioIndicator.css';
import '@mantine/core/styles/Radio.css';
import { Alert, Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { consentChannelText, purposeText } from '../consent-text.ts';
import type { Person } from '../queries.ts';
import { ActDialog } from './act-dialog.tsx';

const CHANNELS = ['email', 'sms', 'push', 'phone', 'post', 'any'];
const PURPOSES = ['marketing', 'analytics', 'personalization'];

/** Records what she says about consent. The agent reads the question out and confirms that the answer is hers. */
export function ConsentDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const words = useWords().people;
  const known = Object.keys(props.person.consents).map((key) => key.split('/'));
  const channels = [...new Set([...CHANNELS, ...known.map(([channel]) => channel!)])];
  const purposes = [...new Set([...PURPOSES, ...known.map(([, purpose]) => purpose!)])];
  const [channel, setChannel] = useState(channels[0]!);
  const [purpose, setPurpose] = useState(purposes[0]!);
  const [state, setState] = useState<'in' | 'out'>();
  const [isConfirmed, setConfirmed] = useState(false);
  return (
    <ActDialog
      title={words.acts.changeConsent}
      person={props.person.id}
      onClose={props.onClose}
      act={state && isConfirmed ? { kind: 'consent', channel, purpose, state } : undefined}
    >
      <NativeSelect
        label={words.acts.channel}
        value={channel}
        data={channels.map((value) => ({ value, label: consentChannelText(value, words) }))}
        onChange={(event) => setChannel(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label={words.acts.purpose}
        value={purpose}
        data={purposes.map((value) => ({ value, label: purposeText(value, words) }))}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Alert color="gray" variant="light" styles={{ message: { color: 'inherit' } }}>
        {words.acts.script(consentChannelText(channel, words))}
      </Alert>
      <Radio.Group
        label={words.acts.state}
        value={state ?? ''}
        onChange={(value) => setState(value === 'in' ? 'in' : 'out')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="in" label={words.acts.yes} />
          <Radio value="out" label={words.acts.no} />
        </Stack>
      </Radio.Group>
      <Checkbox
        label={words.acts.confirm}
        checked={isConfirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
    </ActDialog>
  );
}
