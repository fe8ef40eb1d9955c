/**
 * The names of the events by which other domains state facts that conditions ask about. Each is an event like any other, so the
 * live fold and the warehouse see the same; the newest by event time counts.
 */

/**
 * `{ audience, listed, until, how }`: the person was put on, or taken off, an audience that is a list (an upload, a snapshot, a ranking).
 * `until` is the instant up to which she is on it: LISTED_FOR_EVER, or NOT_LISTED when she was taken off.
 */
export const LIST_CHANGED = 'List Changed';
export const LISTED_FOR_EVER = '2299-12-31T00:00:00.000Z';
export const NOT_LISTED = '1970-01-01T00:00:00.000Z';

/** `{ audience, version, how }`: the person entered, or left, an audience. What follows from other events; conditions do not ask for it. */
export const AUDIENCE_ENTERED = 'Audience Entered';
export const AUDIENCE_LEFT = 'Audience Left';

/** `{ channel, reachable: true | false }`: whether messages arrive at the person's address on a channel. */
export const REACHABILITY_CHANGED = 'Reachability Changed';

/** A row that corrects what rows said of an order; nothing that a person did. */
export const ORDER_RESTATED = 'Order Restated';

/** `{ score, value }`: a model gave the person a score. */
export const SCORE_COMPUTED = 'Score Computed';

/** Events that follow from others, of which conditions see nothing; what to ask instead. */
export const DERIVED: Readonly<Record<string, string>> = {
  [AUDIENCE_ENTERED]: 'ask for membership with “member”',
  [AUDIENCE_LEFT]: 'ask for membership with “member”',
  [ORDER_RESTATED]: 'ask for the orders themselves',
};

/** The attribute that holds a person's time zone, as an IANA name. */
export const TIME_ZONE_ATTRIBUTE = 'timezone';
/** Where a person's zone is missing or unknown. */
export const TIME_ZONE_DEFAULT = 'UTC';

/** Consent is asked for this purpose where a condition does not say. */
export const PURPOSE_DEFAULT = 'marketing';
