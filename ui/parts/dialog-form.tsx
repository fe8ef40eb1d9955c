import { Button, type ButtonProps, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Form } from './form.tsx';

/** What a dialog asks for, and at its end the way out and the deed. */
export function DialogForm(props: {
  /** What the button that submits says. */
  readonly verb: string;
  readonly color?: ButtonProps['color'];
  /** False while something is missing; nothing can be submitted then. */
  readonly isReady?: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords().shell;
  const { isReady = true } = props;
  return (
    <Form onSubmit={() => isReady && props.onSubmit()}>
      <Stack gap="sm">
        {props.children}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            disabled={!isReady}
            loading={props.isBusy}
            {...(props.color ? { color: props.color } : {})}
          >
            {props.verb}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
