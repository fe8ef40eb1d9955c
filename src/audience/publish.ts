import { type Condition, canonical, keyOf } from '../core/condition/index.ts';
import type { ComputedTraits } from './computed-traits.ts';
import { type AudienceDocument, resolved } from './document.ts';
import { pausedPart } from './documents.ts';
import { type AudienceState, sweepFor, type UnderWay } from './standing.ts';

/** Nobody is in an audience that is closing. */
const NEVER: Condition = { any: [] };

/** What a publish changes, and what it looks up. */
interface Shelves extends UnderWay {
  readonly audiences: Map<string, AudienceState>;
  readonly documents: ReadonlyMap<string, AudienceDocument>;
  readonly computed: ComputedTraits;
}

/** A version of an audience, or of something that it names, was published at a position: what people are held to, now or once its past is there. */
export function publish(id: string, position: number, book: Shelves): void {
  const { audiences, documents, computed } = book;
  const known = audiences.get(id);
  const document = documents.get(id) ?? (known && pausedPart(known, documents));
  if (!document || document.state === 'draft' || document.state === 'archived') {
    withdraw(known, position, book);
    return;
  }
  const audience = known ?? { id, name: document.name };
  audiences.set(id, audience);
  audience.name = document.name;
  if (document.state === 'paused') {
    audience.paused = document.problem ?? 'it was paused';
    return;
  }
  const named = resolved(document, (other) => documents.get(other));
  const condition = 'unevaluable' in named ? named : computed.writtenOut(named);
  if ('unevaluable' in condition) {
    audience.paused = condition.unevaluable;
    return;
  }
  const rule = { version: document.version, condition: canonical(condition), since: position };
  const { inForce } = audience;
  const isSame = inForce && keyOf(inForce.condition) === keyOf(rule.condition);
  if (isSame && audience.paused === undefined) {
    audience.inForce = { ...inForce, version: rule.version };
    audience.pending = undefined;
  } else audience.pending = rule;
  // Until the new version is ready the old one goes on, and it was asked of nobody while it was paused.
  if (inForce && audience.paused !== undefined) sweepFor([id], position, book);
  audience.paused = undefined;
  audience.isClosing = undefined;
}

/** Whoever is in it leaves; one that nobody was ever asked about is gone at once. */
function withdraw(audience: AudienceState | undefined, position: number, { audiences }: Shelves): void {
  if (!audience) return;
  const { version } = audience.inForce ?? (audience.isAsked && audience.pending) ?? {};
  if (version === undefined) {
    audiences.delete(audience.id);
    return;
  }
  audience.pending = { version, condition: NEVER, since: position };
  audience.paused = undefined;
  audience.isClosing = true;
}
