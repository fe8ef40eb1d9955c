import { Alert, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Estimate } from '../../conditions/estimate/use-estimate.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { isConflict } from '../../versions/conflict.tsx';
import styles from './edit.module.css';
import { type Preflight, preflight, publish } from './queries.ts';
import type { Draft } from './use-draft.ts';
import { useFindingText } from './use-findings.ts';

interface PublishProps {
  readonly id: string;
  readonly draft: Draft;
  readonly estimate: Estimate | undefined;
  readonly onClose: () => void;
  readonly onConflict: () => void;
  readonly onPublished: () => void;
}

/** What publishing would do: what is wrong, who would be in, what builds on it; then does it. */
export function PublishDialog(props: PublishProps): ReactNode {
  const words = useWords().audienceEdit;
  const { id, draft, onClose } = props;
  const checked = useQuery({
    queryKey: ['audiences', 'preflight', id, 'publish', JSON.stringify(draft.document)],
    queryFn: ({ signal }) => preflight(id, draft.document, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return (
    <Dialog title={words.publishTitle(draft.document.name)} onClose={onClose} size="lg">
      <Loaded query={checked}>{(found) => <Confirm {...props} found={found} />}</Loaded>
    </Dialog>
  );
}

function Confirm(props: PublishProps & { readonly found: Preflight }): ReactNode {
  const words = useWords().audienceEdit;
  const textOf = useFindingText();
  const format = useFormat();
  const queries = useQueryClient();
  const { id, draft, estimate, found } = props;
  const [note, setNote] = useState('');
  const [isForced, setForced] = useState(false);
  const isWrong = found.findings.some(({ severity }) => severity === 'error');
  const mutation = useMutation({
    mutationFn: () => publish(id, draft.document, draft.version, { note, force: isForced }),
    onSuccess: async (head) => {
      draft.saved(head.version, draft.document);
      notifications.show({ title: draft.document.name, message: words.published });
      await queries.invalidateQueries({ queryKey: ['audiences'] });
      props.onPublished();
    },
    onError: (error) => {
      if (!isConflict(error)) return;
      props.onClose();
      props.onConflict();
    },
  });
  return (
    <div className={styles.confirm}>
      <Findings found={found} />
      {!isWrong && (
        <>
          {estimate && (
            <Text size="sm">
              {words.wouldHave((estimate.isExact ? '' : '≈ ') + format.number(estimate.people))}{' '}
              {words.pastHint}
            </Text>
          )}
          {found.dependants.length > 0 && (
            <Text size="sm">
              {words.usedIn} {found.dependants.join(', ')}
            </Text>
          )}
          <TextInput
            label={words.note}
            maxLength={1_000}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {found.breaks.length > 0 && (
            <Alert color="orange" title={words.breaks}>
              <ul className={styles.plainList}>
                {found.breaks.map(({ key, findings }) => (
                  <li key={key}>
                    {key}: {findings[0] && textOf(findings[0])}
                  </li>
                ))}
              </ul>
              <Checkbox
                mt={8}
                label={words.force}
                checked={isForced}
                onChange={(event) => setForced(event.currentTarget.checked)}
              />
            </Alert>
          )}
        </>
      )}
      {mutation.error && !isConflict(mutation.error) ? <Failure isDeed error={mutation.error} /> : null}
      <Group gap="sm">
        <Button
          disabled={isWrong || (found.breaks.length > 0 && !isForced)}
          loading={mutation.isPending}
          onClick={() => mutation.mutate()}
        >
          {words.publish}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {words.back}
        </Button>
      </Group>
    </div>
  );
}

function Findings({ found }: { readonly found: Preflight }): ReactNode {
  const words = useWords().audienceEdit;
  const textOf = useFindingText();
  if (found.findings.length === 0) return <Text size="sm">{words.allWell}</Text>;
  const isWrong = found.findings.some(({ severity }) => severity === 'error');
  return (
    <Alert color={isWrong ? 'red' : 'orange'} title={isWrong ? words.wrong : words.worth}>
      <ul className={styles.plainList}>
        {found.findings.map((finding) => (
          <li key={`${finding.pointer}${finding.code}`}>{textOf(finding)}</li>
        ))}
      </ul>
    </Alert>
  );
}
