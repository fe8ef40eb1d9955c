import type { Doc } from '../../conditions/model/json.ts';
import { withKeys } from '../../conditions/model/json.ts';

/** An audience as its definition writes it; parts may not be filled in yet. */
export interface AudienceDoc {
  readonly name: string;
  readonly description?: string;
  readonly condition?: unknown;
  readonly set?: unknown;
  readonly list?: unknown;
  readonly rank?: Doc;
  readonly split?: Doc;
}

/** Ways to say who; a ranking takes the first of a condition or a set. */
export const WAYS = ['condition', 'set', 'list'] as const;
export type Way = (typeof WAYS)[number];

/** What the address of a new audience may ask for. */
export const NEW_KINDS = ['condition', 'set', 'list', 'ranking'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** What the address of a new audience says: how it is to begin. */
export interface NewSearch {
  readonly kind?: NewKind;
}

const NEW_RANK: Doc = {
  by: {
    trait: {
      did: { event: 'Order Completed' },
      in: { last: '1y' },
      measure: 'sum',
      of: { property: 'revenue' },
    },
  },
  order: 'most',
  limit: 1_000,
};
const NEW_SPLIT: Doc = {
  parts: [
    { id: 'control', name: 'Control', share: 0.1 },
    { id: 'a', name: 'A', share: 0.9 },
  ],
};

/** An audience to begin with. */
export function newDocument(kind: NewKind): AudienceDoc {
  if (kind === 'set') return { name: '', set: { union: [''] } };
  if (kind === 'list') return { name: '', list: true };
  return kind === 'ranking' ? { name: '', rank: NEW_RANK } : { name: '' };
}

/** How a document says who. */
export function wayOf(document: AudienceDoc): Way {
  if (document.list !== undefined) return 'list';
  return document.set === undefined ? 'condition' : 'set';
}

/** The document with another way to say who. What the other way said is kept aside by the page. */
export function withWay(
  document: AudienceDoc,
  way: Way,
  kept: Readonly<Partial<Record<Way, unknown>>>,
): AudienceDoc {
  const none = { condition: undefined, set: undefined, list: undefined };
  const said: Readonly<Record<Way, unknown>> = {
    condition: kept.condition,
    set: kept.set ?? { union: [''] },
    list: kept.list ?? true,
  };
  const rank = way === 'list' ? { rank: undefined } : {};
  return changed(document, { ...none, ...rank, [way]: said[way] });
}

/** The document with some of its keys changed; undefined takes one out. */
export function changed(
  document: AudienceDoc,
  change: { readonly [Key in keyof AudienceDoc]?: unknown },
): AudienceDoc {
  return withKeys({ ...document } as Doc, change as Doc) as unknown as AudienceDoc;
}

/** A ranking that is switched on. */
export function withRank(document: AudienceDoc, isOn: boolean): AudienceDoc {
  return changed(document, { rank: isOn ? NEW_RANK : undefined });
}

/** Parts that are switched on. */
export function withSplit(document: AudienceDoc, isOn: boolean): AudienceDoc {
  return changed(document, { split: isOn ? NEW_SPLIT : undefined });
}
