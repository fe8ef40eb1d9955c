import '@mantine/core/styles/RadioIndicator.css';
import '@mantine/core/styles/Radio.css';
import { Alert, Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { CONSENT_CHANNELS, isAskedFor, usePurposes } from '../../privacy/use-purposes.ts';
import { consentChannelText } from '../consent-text.ts';
import type { Person } from '../queries.ts';
import { ActDialog } from './act-dialog.tsx';

/**
 * Records what she says about consent. The agent reads the question out and confirms that the answer is hers. What nobody is asked for
 * any more can only be withdrawn.
 */
export function ConsentDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const words = useWords().people;
  const purposes = usePurposes();
  const known = Object.keys(props.person.consents).map((key) => key.split('/'));
  const asked = purposes.listed.filter(({ state }) => state === 'active').map(({ key }) => key);
  const keys = [...new Set([...asked, ...known.map(([, purpose]) => purpose!)])];
  const [chosen, setPurpose] = useState<string>();
  const purpose = chosen ?? keys[0] ?? '';
  const said = known.flatMap(([channel, about]) => (about === purpose ? [channel!] : []));
  const channels = [...new Set([...(purposes.find(purpose)?.channels ?? CONSENT_CHANNELS), ...said])];
  const [wanted, setChannel] = useState<string>();
  const channel = wanted !== undefined && channels.includes(wanted) ? wanted : channels[0]!;
  const [answer, setState] = useState<'in' | 'out'>();
  const mayAgree = isAskedFor(purposes.listed, purpose, channel);
  const state = answer === 'in' && !mayAgree ? undefined : answer;
  const [isConfirmed, setConfirmed] = useState(false);
  return (
    <ActDialog
      title={words.acts.changeConsent}
      person={props.person.id}
      onClose={props.onClose}
      act={state && isConfirmed ? { kind: 'consent', channel, purpose, state } : undefined}
    >
      <NativeSelect
        label={words.acts.purpose}
        description={purposes.description(purpose)}
        value={purpose}
        data={keys.map((value) => ({ value, label: purposes.name(value) }))}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        data-autofocus
      />
      <NativeSelect
        label={words.acts.channel}
        value={channel}
        data={channels.map((value) => ({ value, label: consentChannelText(value, words) }))}
        onChange={(event) => setChannel(event.currentTarget.value)}
      />
      <Alert color="gray" variant="light" styles={{ message: { color: 'inherit' } }}>
        {mayAgree
          ? words.acts.script(
              purposes.name(purpose),
              channel === 'any' ? undefined : consentChannelText(channel, words),
            )
          : words.acts.onlyWithdraw}
      </Alert>
      <Radio.Group
        label={words.acts.state}
        value={state ?? ''}
        onChange={(value) => setState(value === 'in' ? 'in' : 'out')}
      >
        <Stack gap={6} mt={6}>
          <Radio required value="in" label={words.acts.yes} disabled={!mayAgree} />
          <Radio required value="out" label={words.acts.no} />
        </Stack>
      </Radio.Group>
      <Checkbox
        label={words.acts.confirm}
        required
        checked={isConfirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
    </ActDialog>
  );
}
