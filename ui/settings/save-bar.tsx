import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../language/speech.tsx';
import { Chip } from '../parts/chip.tsx';
import { SaveFailure } from '../parts/save-failure.tsx';
import { Conflict } from '../versions/conflict.tsx';

/** How a setting is saved over what somebody else saved meanwhile. */
export interface SaveOver {
  readonly kind: string;
  /** The version that was looked at. */
  readonly base: number;
  /** Somebody else was quicker, and the reader is asked whose is to stay. */
  readonly isAsked: boolean;
  readonly save: (base: number) => void;
}

/** How a setting is saved though live definitions are paused by it. */
export interface SaveForced {
  /** It was refused for that, and the reader is asked. */
  readonly isAsked: boolean;
  readonly save: () => void;
}

/** What is wrong with a document that was refused, line by line. */
function Findings({ error }: { readonly error: unknown }): ReactNode {
  const findings = error instanceof ApiProblem ? error.findings : [];
  return (
    <ul>
      {findings.map(({ pointer, code, message }) => (
        <li key={`${pointer} ${code}`}>{message}</li>
      ))}
    </ul>
  );
}

/** Saves or forgets what was changed; says that something is not saved yet. */
export function SaveBar(props: {
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  /** Reads anew what somebody else changed meanwhile. */
  readonly onReload?: () => void;
  readonly over?: SaveOver;
  readonly force?: SaveForced;
  readonly onRevert: () => void;
  /** From when on a change holds: of events from now on, unless it holds at once for all there is. */
  readonly holds?: 'at-once';
}): ReactNode {
  const words = useWords();
  const { over, force, onReload } = props;
  return (
    <>
      {over?.isAsked && onReload ? (
        <Conflict
          {...{ kind: over.kind, id: over.kind, base: over.base, isBusy: props.isSaving }}
          onKeep={over.save}
          onTake={onReload}
        />
      ) : force?.isAsked ? (
        <Alert color="orange" mt={12}>
          <Text size="sm" fw={600}>
            {words.settings.wouldPause}
          </Text>
          <Findings error={props.error} />
          <Button size="xs" variant="default" mt={8} loading={props.isSaving} onClick={force.save}>
            {words.settings.force}
          </Button>
        </Alert>
      ) : props.error ? (
        <>
          <SaveFailure error={props.error} {...(onReload ? { onReload } : {})} />
          <Findings error={props.error} />
        </>
      ) : null}
      <Group mt={16} gap="sm">
        <Button type="submit" disabled={!props.isChanged} loading={props.isSaving}>
          {words.shell.save}
        </Button>
        <Button variant="default" disabled={!props.isChanged} onClick={props.onRevert}>
          {words.settings.revert}
        </Button>
        {props.isChanged && <Chip tone="warn">{words.settings.unsaved}</Chip>}
        <Text size="xs" c="dimmed">
          {props.holds === 'at-once' ? words.settings.atOnce : words.settings.fromNowOn}
        </Text>
      </Group>
    </>
  );
}
