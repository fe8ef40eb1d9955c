import { type Static, Type } from 'typebox';
import { type Definitions, missingFinding } from './definitions.ts';
import { type Finding, FindingSchema } from './finding.ts';
import type { Others } from './kinds.ts';

/** What a change would do: what is wrong with the document, and which live definitions could not be worked by any more. */
export const PreflightSchema = Type.Object(
  {
    findings: Type.Array(FindingSchema),
    breaks: Type.Array(Type.Object({ key: Type.String(), findings: Type.Array(FindingSchema) }), {
      description: 'Live definitions that would be paused',
    }),
    dependants: Type.Array(Type.String(), {
      description: 'Live definitions that build on this one, or that are checked anew when it changes',
    }),
  },
  { additionalProperties: false },
);
export type Preflight = Static<typeof PreflightSchema>;

/** Documents as they would be live: undefined stands for one that is not. */
export type Planned = ReadonlyMap<string, unknown>;

/** What one would look at if these documents were live. */
function othersWith(definitions: Definitions, planned: Planned, attributes?: ReadonlySet<string>): Others {
  return {
    attributes,
    document: (key) => (planned.has(key) ? planned.get(key) : definitions.get(key)),
  };
}

/** What is wrong with a document that would be live beside the planned ones. */
export function findingsOf(
  definitions: Definitions,
  key: string,
  document: unknown,
  planned: Planned,
  attributes?: ReadonlySet<string>,
): Finding[] {
  const others = othersWith(definitions, planned, attributes);
  const missing = definitions.kinds
    .dependsOn(key, document)
    .filter((on) => on !== key && others.document(on) === undefined);
  const cycle = cycleThrough(definitions, key, document, others);
  return [
    ...definitions.kinds.check(key, document, others),
    ...missing.map(missingFinding),
    ...(cycle ? [cycle] : []),
  ];
}

/** Looks ahead: one definition gets this document, or (undefined) is not live any more. */
export function preflight(
  definitions: Definitions,
  key: string,
  document: unknown,
  attributes?: ReadonlySet<string>,
): Preflight {
  const planned = new Map([[key, document]]);
  return {
    findings: document === undefined ? [] : findingsOf(definitions, key, document, planned, attributes),
    breaks: breaksOf(definitions, planned),
    dependants: definitions.dependants(key).sort(),
  };
}

/** Live definitions, not among the planned ones, that would be paused if the planned ones were live. */
export function breaksOf(definitions: Definitions, planned: Planned): Preflight['breaks'] {
  const all = new Map(planned);
  const breaks: Preflight['breaks'] = [];
  const waiting = [...planned.keys()];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    for (const dependant of definitions.dependants(key)) {
      if (all.has(dependant)) continue;
      const document = definitions.get(dependant);
      const findings = findingsOf(definitions, dependant, document, all).filter(isError);
      if (findings.length === 0) continue;
      breaks.push({ key: dependant, findings });
      all.set(dependant, undefined);
      waiting.push(dependant);
    }
  }
  return breaks.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether a finding keeps a document from being live. */
export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

function cycleThrough(
  { kinds }: Definitions,
  start: string,
  document: unknown,
  others: Others,
): Finding | undefined {
  const seen = new Set<string>();
  const waiting = [...kinds.dependsOn(start, document)];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === start)
      return {
        severity: 'error',
        code: 'definition.cycle',
        pointer: '',
        message: `It builds on itself through others; take ${start} out of one of them.`,
      };
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...kinds.dependsOn(key, others.document(key)));
  }
  return undefined;
}
