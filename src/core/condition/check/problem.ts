import { pointerPart } from '../../json.ts';

/** What is wrong with a condition, where, and what to do about it. */
export interface Problem {
  /** Stable, documented: `condition.reason`. */
  readonly code: ProblemCode;
  /** The place in the document, as a JSON pointer (RFC 6901); '' is the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** Every way in which a condition is refused. */
export const PROBLEM_CODES = {
  'condition.wrong-type': 'A value is of another type than the place asks for.',
  'condition.unknown-operator': 'A key is not known at its place.',
  'condition.incomplete': 'Something that is needed is missing.',
  'condition.ambiguous': 'More is said than one thing.',
  'condition.out-of-bounds': 'A value, a text or a list is too small or too large.',
  'condition.too-deep': 'Groups stand within each other too deeply.',
  'condition.too-large': 'There are too many parts.',
  'condition.contradiction': 'Nobody can ever match.',
  'condition.always-true': 'Everybody always matches.',
  'condition.impossible-window': 'The window is empty.',
  'condition.unknown-time-zone': 'The time zone is not known.',
  'condition.moving-filter': 'A filter of events moves with time.',
  'condition.derived-event': 'The event follows from others, and no condition sees it.',
  'condition.catalogue-count': 'What the catalogue says now cannot be asked of whole events.',
  'condition.unknown-attribute': 'The attribute is not known.',
  'condition.unknown-audience': 'The audience does not exist.',
  'condition.unknown-trait': 'The trait does not exist.',
  'condition.cycle': 'The audience depends on itself.',
} as const;
/** What can be wrong with a condition: a stable code. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A place that can say what is wrong with it, and go down to a key or an index. */
export interface Place {
  readonly pointer: string;
  down(...keys: readonly (string | number)[]): Place;
  problem(code: ProblemCode, message: string): undefined;
}

/** The top of a document; problems go to the list. */
export function placeAt(problems: Problem[], pointer = ''): Place {
  return {
    pointer,
    down: (...keys) =>
      placeAt(problems, pointer + keys.map((key) => `/${pointerPart(String(key))}`).join('')),
    problem: (code, message): undefined => {
      problems.push({ code, pointer, message });
    },
  };
}
