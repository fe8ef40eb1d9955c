import { type Condition, parseCondition } from '../core/condition/index.ts';
import { type Clock, refusal, type Settings } from '../core/index.ts';
import type { Define } from '../definition/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import type { Profile } from '../profile/index.ts';
import { type ViewDeps, viewOne } from './audience-views.ts';
import { resolved } from './document.ts';

/** What the routes of audiences work with. */
export interface AudienceDeps extends ViewDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly define: Define;
  settings(): Settings;
  /** The time of the log (ms). */
  at(): number;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
}

/** The heading of the routes in the OpenAPI document. */
export const tags = ['audiences'];

export function detail(id: string, deps: AudienceDeps) {
  const view = mustExist(id, deps);
  return { ...view, condition: deps.book.documents.get(id)?.condition ?? null };
}

export function mustExist(id: string, deps: AudienceDeps) {
  const view = viewOne(id, deps);
  if (!view) throw refusal('audience.unknown', 404, `There is no audience ${id}.`, { detail: { id } });
  return view;
}

export function mustBeInForce(id: string, deps: AudienceDeps) {
  mustExist(id, deps);
  const rule = deps.book.audiences.get(id)?.inForce;
  if (!rule)
    throw refusal(
      'audience.not-complete',
      409,
      'The audience is not in force yet; wait until its past is read.',
      {
        detail: { id },
      },
    );
  return rule;
}

/** The condition of a request, or the refusal that says what is wrong with it and where. */
export function checked(document: unknown, deps: AudienceDeps, audience?: string): Condition {
  const audiences = (id: string) => {
    const known = deps.book.documents.get(id);
    if (known?.list) return { list: true } as const;
    return known?.condition ? { condition: known.condition } : undefined;
  };
  const traits = (id: string) => deps.book.computed.find(id);
  return parseCondition(document, { audiences, traits, ...(audience === undefined ? {} : { audience }) });
}

/** The condition with those of the audiences that it names in their place, and the traits that it names written out. */
export function whole(condition: Condition, deps: AudienceDeps): Condition {
  const document = { id: '', name: '', state: 'draft', version: 0, condition } as const;
  const named = resolved(document, (id) => deps.book.documents.get(id));
  const found = 'unevaluable' in named ? named : deps.book.computed.writtenOut(named);
  if ('unevaluable' in found)
    throw refusal('audience.not-evaluable', 422, `The condition cannot be evaluated: ${found.unevaluable}.`);
  return found;
}

export function precedence(deps: AudienceDeps): readonly string[] | undefined {
  const { attributePolicy } = deps.settings();
  return attributePolicy.kind === 'source-precedence' ? attributePolicy.sources : undefined;
}
