import type { ComponentType } from 'react';
import type { Derived } from './kinds.ts';

/** What the editor of a value is given. */
export interface ValueEditorProps {
  readonly label: string;
  readonly value: Derived;
  readonly isFixed: boolean;
  readonly onChange: (value: Derived) => void;
  /** Takes it out, where it may be left out. */
  readonly onRemove?: (() => void) | undefined;
}

/** Values hold values: what edits one is handed to what edits those within it. */
export type ValueEditing = ComponentType<ValueEditorProps>;
