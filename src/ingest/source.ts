import type { Channel } from '../core/index.ts';

/** Where events come from: a shop's pages, an app, a till system. Its write key may only collect. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly writeKey: string;
  /** ISO 3166 alpha-2 country, for telephone numbers without a country code. */
  readonly country?: string;
  readonly enabled: boolean;
}

/** The sources of a workspace as they are now. Lookups are made per request and must not wait. */
export interface SourceBook {
  byWriteKey(key: string): Source | undefined;
  byId(id: string): Source | undefined;
  list(): readonly Source[];
}
