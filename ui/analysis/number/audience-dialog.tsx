import { Alert, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Lines, Loaded } from '../../parts/loaded.tsx';
import { MODEL_KEY } from '../model/queries.ts';
import { type NumberPlace, publishNumber } from './number-queries.ts';

const NAME_MAX = 200;

/** Makes an audience of a number: says first whether it will be a live condition or a list of now, and how many people it has. */
export function AudienceDialog(props: {
  readonly place: NumberPlace;
  /** What the number is, as a first name. */
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis.number;
  const format = useFormat();
  const queries = useQueryClient();
  const [name, setName] = useState(props.name);
  const [id] = useState(newId);
  const queryKey = ['analysis', 'audience of', props.place];
  const trial = useQuery({
    queryKey,
    queryFn: ({ signal }) => publishNumber(props.place, { id, name: props.name, dryRun: true }, signal),
    gcTime: 0,
  });
  const make = useMutation({
    mutationFn: () => publishNumber(props.place, { id, name: name.trim() }),
    onSuccess: async ({ people }) => {
      await queries.invalidateQueries({ queryKey: MODEL_KEY });
      await queries.invalidateQueries({ queryKey: ['audiences'] });
      notifications.show({ message: words.audienceMade(name.trim(), format.number(people)) });
      props.onClose();
    },
  });
  return (
    <Dialog title={words.makeAudience} onClose={props.onClose}>
      <DialogForm
        verb={words.makeAudience}
        isReady={trial.isSuccess}
        isBusy={make.isPending}
        onSubmit={() => make.mutate()}
        onClose={props.onClose}
      >
        <TextInput
          label={words.audienceName}
          value={name}
          maxLength={NAME_MAX}
          required
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Loaded query={trial} queryKey={queryKey} skeleton={<Lines count={2} />}>
          {({ how, people, because }) => (
            <Alert color={how === 'live' ? 'teal' : 'gray'} variant="light">
              {how === 'live'
                ? words.willBeLive(format.number(people))
                : words.willBeList(format.number(people))}
              {because && <div className="dimmed">{words.because(because)}</div>}
            </Alert>
          )}
        </Loaded>
        {make.isError && <Failure isDeed error={make.error} />}
      </DialogForm>
    </Dialog>
  );
}
