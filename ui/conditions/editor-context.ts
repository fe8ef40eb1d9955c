import { createContext, use } from 'react';
import type { GroupNode, NewId } from './model/tree.ts';

/** A number of people, with the bounds of its 95 % interval where it was estimated. */
export interface PartCount {
  readonly people: number;
  readonly low: number;
  readonly high: number;
}

/** Something that is wrong with a part. */
export interface Fault {
  /** Its place within the document of the part, as a JSON pointer. */
  readonly pointer: string;
  readonly severity: string;
  readonly text: string;
}

/** What all controls of one editor share. */
export interface Editor {
  readonly root: GroupNode;
  readonly newId: NewId;
  readonly isReadOnly: boolean;
  /** Changes the condition; what is said is read out. */
  act(change: (root: GroupNode) => GroupNode, said?: string): void;
  /** Puts the focus on the handle of a part once it is on screen. */
  focus(id: string): void;
  /** How many people each part has, by its id. */
  readonly counts: ReadonlyMap<string, PartCount>;
  /** The numbers are those of before. */
  readonly isCounting: boolean;
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
  /** A part in plain words. */
  say(part: unknown): string;
}

/** The editor around a control. */
export const EditorContext = createContext<Editor | undefined>(undefined);

/** The editor around a control. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor outside of a ConditionEditor');
  return editor;
}

/** The faults of the part around a control. */
export const FaultsContext = createContext<readonly Fault[]>([]);

/** Whether what stands at a place of the part is faulty, or something within it. */
export function useIsFaulty(at: string | undefined): boolean {
  const faults = use(FaultsContext);
  return (
    at !== undefined &&
    faults.some(
      ({ pointer, severity }) => severity === 'error' && (pointer === at || pointer.startsWith(`${at}/`)),
    )
  );
}

/** Whether controls only show. They stand outside of condition editors too. */
export const ReadOnlyContext = createContext(false);

/** Whether controls only show. */
export function useIsReadOnly(): boolean {
  return use(ReadOnlyContext);
}
