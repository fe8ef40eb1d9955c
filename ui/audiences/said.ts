import { type Condition, type Language, sayCondition } from '../../src/core/condition/index.ts';
import type { Words } from '../language/dictionaries.ts';
import type { Format } from '../language/format.ts';
import { conditionOfSet } from './edit/set-condition.ts';

/** The document of an audience, as far as it is put into words. */
export interface Content {
  readonly name?: string;
  readonly description?: string;
  readonly condition?: Condition | null;
  readonly set?: unknown;
  readonly list?: true | { readonly snapshotOf: string; readonly at: number };
  readonly rank?: {
    readonly by: { readonly attribute?: string; readonly score?: string; readonly trait?: unknown };
    readonly order: 'most' | 'least';
    readonly limit: number;
  };
  readonly split?: { readonly parts: readonly { readonly name: string; readonly share?: number }[] };
}

/** Whose words and figures a document is put into. */
export interface Said {
  readonly language: Language;
  readonly words: Words['audiences'];
  readonly format: Format;
  audienceName(id: string): string | undefined;
}

/** Who an audience is, in plain words. */
export function saidOf({ condition, set, list, rank, split }: Content, said: Said): string {
  const { words, format } = said;
  const asked = set === undefined ? condition : (conditionOfSet(set) as Condition);
  const ranked = asked ? sayRanked(sayCondition(asked, said), rank, said) : sayList(list, said);
  const parts = split?.parts.map(({ name, share }) =>
    share === undefined ? name : `${name} ${format.percent(share, 0)}`,
  );
  return parts ? `${ranked} ${words.cutInto(parts.join(', '))}` : ranked;
}

function sayList(list: Content['list'], { words, format, audienceName }: Said): string {
  if (typeof list !== 'object') return words.isList;
  return words.isSnapshot(audienceName(list.snapshotOf) ?? list.snapshotOf, format.moment(list.at));
}

function sayRanked(who: string, rank: Content['rank'], { words, format }: Said): string {
  if (!rank) return words.everybodyWho(who);
  return words.ranked[rank.order](format.number(rank.limit), measureOf(rank.by, words), who);
}

function measureOf(by: NonNullable<Content['rank']>['by'], words: Words['audiences']): string {
  if (by.attribute !== undefined) return by.attribute;
  if (by.score !== undefined) return words.score(by.score);
  return typeof by.trait === 'string' ? by.trait : words.measure;
}
