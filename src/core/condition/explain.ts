import type { CompiledCondition } from './compile.ts';
import { audienceOf } from './compile.ts';
import { type Condition, HEADS, type Head } from './condition.ts';
import type { AudienceResolver } from './parts/member.ts';
import type { Found, Part } from './parts/part.ts';
import type { PersonView } from './person-view.ts';

/** Why a condition is true of a person or not: each part with what was found. */
export interface Explanation {
  /** The place of the part in the document (JSON pointer), within the document of `audience` where one is named. */
  readonly pointer: string;
  /** The audience whose condition this part belongs to; undefined for the document itself. */
  readonly audience: string | undefined;
  readonly head: Head;
  readonly isMet: boolean;
  /** When this will change by itself, nothing new happening (ms); undefined when it will not. */
  readonly changesAt: number | undefined;
  /** The value found; undefined for parts that only join others. May be personal data. */
  readonly found: Found | undefined;
  readonly parts: readonly Explanation[];
}

/**
 * Explains a compiled condition for a person at a moment. `condition` is the document that was compiled, and `audiences` what it was
 * compiled with.
 */
export function explain(
  condition: Condition,
  compiled: CompiledCondition,
  person: PersonView,
  at: number,
  audiences: AudienceResolver = () => undefined,
): Explanation {
  const visit = (part: Part, of: Condition, pointer: string, audience: string | undefined): Explanation => ({
    pointer,
    audience,
    head: headOf(of),
    isMet: part.holds(person, at),
    changesAt: part.nextChange(person, at),
    found: part.found?.(person, at),
    parts: (part.parts ?? []).map((inner, i) => {
      if ('member' in of) {
        const definition = audienceOf(of.member, audiences);
        return visit(inner, 'condition' in definition ? definition.condition : of, '', of.member);
      }
      if ('not' in of) return visit(inner, of.not, `${pointer}/not`, audience);
      const [kind, parts] = 'all' in of ? ['all', of.all] : ['any', 'any' in of ? of.any : []];
      return visit(inner, parts[i]!, `${pointer}/${kind}/${i}`, audience);
    }),
  });
  return visit(compiled.root, condition, '', undefined);
}

/** The kind of a part. */
export function headOf(condition: Condition): Head {
  return HEADS.find((head) => head in condition) ?? 'all';
}
