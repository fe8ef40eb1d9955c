import { Button, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Form } from '../../parts/form.tsx';
import { idOf } from '../../parts/id-of.ts';
import { Panel } from '../../parts/panel.tsx';
import { channelText } from '../../people/event-text.ts';
import { sourcesQuery } from '../queries.ts';
import styles from '../settings.module.css';

const CHANNELS = ['web', 'app', 'store', 'order', 'call', 'catalogue', 'message', 'ad'] as const;

/** A new source; its key is made by the server. */
export function AddSource(): ReactNode {
  const words = useWords();
  const text = words.settings.sources;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [id, setId] = useState<string>();
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('web');
  const [country, setCountry] = useState('');
  const idShown = id ?? idOf(name);
  const add = useMutation({
    mutationFn: () =>
      must(
        api.POST('/api/sources', {
          body: { id: idShown, name: name.trim(), channel, ...(country ? { country } : {}) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sourcesQuery.queryKey });
      notifications.show({ title: text.added, message: name });
      setName('');
      setId(undefined);
      setCountry('');
    },
  });
  return (
    <Panel title={text.add}>
      <Form onSubmit={() => add.mutate()}>
        <div className={styles.form}>
          <TextInput
            label={text.name}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={text.id}
            description={text.idHint}
            required
            pattern="[a-z0-9][a-z0-9\-]*"
            value={idShown}
            onChange={(event) => setId(event.currentTarget.value)}
          />
          <NativeSelect
            label={text.channel}
            value={channel}
            data={CHANNELS.map((value) => ({ value, label: channelText(value, words.people) }))}
            onChange={(event) =>
              setChannel(CHANNELS.find((each) => each === event.currentTarget.value) ?? 'web')
            }
          />
          <TextInput
            label={text.country}
            placeholder="DE"
            pattern="[A-Z]{2}"
            maxLength={2}
            value={country}
            onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
          />
        </div>
        {add.isError && <Failure isDeed error={add.error} />}
        <Button type="submit" size="sm" mt={12} loading={add.isPending}>
          {text.add}
        </Button>
      </Form>
    </Panel>
  );
}
