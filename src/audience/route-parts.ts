import type { Condition } from '../core/condition/index.ts';
import { type Clock, refusal, type Settings } from '../core/index.ts';
import type { Desk } from '../definition/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import type { IdentityKey, Node } from '../identity/index.ts';
import type { Profile } from '../profile/index.ts';
import { type ViewDeps, viewNamed, viewOne, writtenLast } from './audience-views.ts';
import { inlined } from './document.ts';
import type { ListWork } from './list-work.ts';
import type { LogSide } from './lists.ts';
import { type Asking, peopleOnList } from './people-query.ts';
import type { Qualifier } from './qualify.ts';
import type { Sample } from './sample.ts';
import { conditionOfSet, partsOf, wholeOf } from './set.ts';
import type { UploadDeps } from './upload.ts';

/** What the routes of audiences work with. */
export interface AudienceDeps extends ViewDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly log: LogSide;
  readonly listWork: ListWork;
  readonly sample: Sample;
  readonly qualifier: () => Qualifier;
  settings(): Settings;
  /** The time of the log (ms). */
  at(): number;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
  readonly readNode: (key: IdentityKey) => Promise<Node | undefined>;
}

/** The heading of the routes in the OpenAPI document. */
export const tags = ['audiences'];

/** An audience as it is shown alone: as it was written last, also while it is not live. */
export async function detail(id: string, deps: AudienceDeps) {
  const view = await viewNamed(id, deps, mustExist(id, deps));
  const whole = wholeOf(id);
  const written = await writtenLast(whole, deps);
  const parts = written?.split ? partsOf(whole, written.split) : [];
  const part = parts.find((each) => `${whole}/${each.id}` === id);
  if (id !== whole || !written) return { ...view, condition: part?.condition ?? null, parts: [] };
  const { set, rank, split, condition } = written;
  return {
    ...view,
    condition: (set === undefined ? condition : conditionOfSet(set)) ?? null,
    ...(set === undefined ? {} : { set }),
    ...(rank === undefined ? {} : { rank }),
    ...(split === undefined ? {} : { split }),
    parts: parts.map((each) => `${whole}/${each.id}`),
  };
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

/** A list that people may be put on by hand. Refusal: `audience.no-list` (409). */
export function mustBeList(id: string, deps: AudienceDeps) {
  const view = mustExist(id, deps);
  const document = deps.book.documents.get(id);
  if (document?.list && !document.ranking) return view;
  throw refusal(
    'audience.no-list',
    409,
    document?.ranking
      ? 'A ranking puts people on its list by itself; change its rank.'
      : 'Only people of a list are put in by hand; this audience follows a condition or is not live.',
    { detail: { id } },
  );
}

/** The condition with those of the audiences that it names in their place, and the traits that it names written out. */
export function whole(condition: Condition, deps: AudienceDeps): Condition {
  const named = inlined(condition, (id) => deps.book.documents.get(id));
  const found = 'unevaluable' in named ? named : deps.book.computed.writtenOut(named);
  if ('unevaluable' in found)
    throw refusal('audience.not-evaluable', 422, `The condition cannot be evaluated: ${found.unevaluable}.`);
  return found;
}

/** Where and as of when the warehouse is asked. */
export function asking(deps: AudienceDeps): Asking {
  const { attributePolicy } = deps.settings();
  const precedence = attributePolicy.kind === 'source-precedence' ? attributePolicy.sources : undefined;
  return { warehouse: deps.warehouse, at: Math.max(deps.at(), deps.clock.now()), precedence };
}

/** What an upload works with. */
export function uploadDeps(deps: AudienceDeps): UploadDeps {
  const { log, book, settings, readNode } = deps;
  return { log, book, settings, readNode, peopleOn: (list) => peopleOnList(asking(deps), list) };
}
