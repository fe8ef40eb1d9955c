import { type ReactNode, useState } from 'react';
import { Form } from '../parts/form.tsx';
import { SaveBar, type SaveForced, type SaveOver } from './save-bar.tsx';

/** What is being written of a setting, and what its form is given. */
export interface Draft<T> {
  readonly draft: T;
  readonly setDraft: (draft: T) => void;
  readonly form: {
    readonly isChanged: boolean;
    readonly isSaving: boolean;
    readonly error: unknown;
    readonly onSubmit: () => void;
    readonly onRevert: () => void;
    readonly over?: SaveOver;
    readonly force?: SaveForced;
  };
}

/** A mutation that saves a setting. */
export interface Saving<T> {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly mutate: (draft: T) => void;
  /** For the one definition of a kind: saves it in place of another version than the one that was looked at. */
  readonly over?: {
    readonly kind: string;
    readonly base: number;
    readonly isAsked: boolean;
    readonly save: (draft: T, base: number) => void;
  };
  /** For what others build on: saves it though they are paused by it. */
  readonly force?: { readonly isAsked: boolean; readonly save: (draft: T) => void };
}

/** Keeps what is written of a setting until it is saved or forgotten. */
export function useDraft<T>(saved: T, save: Saving<NoInfer<T>>): Draft<T> {
  const [draft, setDraft] = useState(saved);
  return {
    draft,
    setDraft,
    form: {
      isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
      isSaving: save.isPending,
      error: save.error,
      onSubmit: () => save.mutate(draft),
      onRevert: () => setDraft(saved),
      ...(save.over ? { over: { ...save.over, save: (base) => save.over?.save(draft, base) } } : {}),
      ...(save.force ? { force: { ...save.force, save: () => save.force?.save(draft) } } : {}),
    },
  };
}

/** The fields of a setting, and below them what saves or forgets what was changed. */
export function SettingForm({
  onSubmit,
  children,
  ...bar
}: Draft<unknown>['form'] & {
  /** Reads anew what somebody else changed meanwhile. */
  readonly onReload?: () => void;
  /** A change holds for all there is, and not for events from now on alone. */
  readonly holds?: 'at-once';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Form onSubmit={onSubmit}>
      {children}
      <SaveBar {...bar} />
    </Form>
  );
}
