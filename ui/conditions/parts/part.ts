import type { Doc } from '../model/json.ts';

/** What the controls of every kind of part are given. */
export interface PartProps {
  readonly part: Doc;
  /** The part stands for its opposite. */
  readonly isNot: boolean;
  readonly onChange: (part: Doc) => void;
  readonly onNot: (isNot: boolean) => void;
}
