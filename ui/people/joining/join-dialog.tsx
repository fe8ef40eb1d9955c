import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import type { Person, Preview } from '../queries.ts';
import { PreviewOf } from './preview-of.tsx';

/** An order about who is who: how to ask what it would give, and how to give it. */
export interface JoinOrder {
  readonly key: readonly unknown[];
  preview(): Promise<Preview>;
  give(): Promise<readonly Person[]>;
}

/** Shows what an order would give, gives it, and opens the first of the people it left. */
export function JoinDialog(props: {
  readonly title: string;
  readonly verb: string;
  readonly done: string;
  readonly order: JoinOrder | undefined;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { order } = props;
  const preview = useQuery<Preview>({
    queryKey: ['joining', ...(order?.key ?? [])],
    queryFn: () => order!.preview(),
    enabled: order !== undefined,
    gcTime: 0,
    // Of other people nothing may stay on screen.
    placeholderData: () => undefined,
  });
  const give = useMutation({
    mutationFn: () => order!.give(),
    onSuccess: (people) => {
      notifications.show({ title: props.done, message: words.people.joining.undoable });
      void queries.invalidateQueries({ queryKey: ['people'] });
      props.onClose();
      const [first] = people;
      if (first) void navigate({ to: '/people/$id', params: { id: String(first.id) } });
    },
  });
  return (
    <Dialog onClose={props.onClose} title={props.title} size="lg">
      <Stack gap="sm">
        {props.children}
        {order && (
          <div>
            <Text fw={600} size="sm" mb={6}>
              {words.people.joining.preview}
            </Text>
            <Loaded query={preview}>{(data) => <PreviewOf preview={data} />}</Loaded>
          </div>
        )}
        {give.isError && <Failure isDeed error={give.error} />}
        <Group justify="flex-end">
          <Text size="xs" c="dimmed">
            {words.people.joining.undoable}
          </Text>
          <Button variant="default" onClick={props.onClose}>
            {words.shell.cancel}
          </Button>
          <Button
            disabled={preview.data?.possible !== true}
            loading={give.isPending}
            onClick={() => give.mutate()}
          >
            {props.verb}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
