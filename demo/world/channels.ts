/** Ways in which people come to the shop. */
export type ChannelId =
  | 'direct'
  | 'organic search'
  | 'paid search'
  | 'paid social'
  | 'affiliate'
  | 'display'
  | 'email'
  | 'sms'
  | 'push'
  | 'social'
  | 'referral';

/** A way in, and the truth about it. */
export interface Channel {
  readonly id: ChannelId;
  readonly index: number;
  /** Share of the visits of strangers that come this way. */
  readonly visitorShare: number;
  /** Share of the spontaneous visits of people who know the shop. */
  readonly personShare: number;
  /** How much a touch of this channel adds to the probability of buying; 1 is a direct visit. The true effect. */
  readonly pull: number;
  readonly medium: string;
  /** Values of utm_source. */
  readonly sources: readonly string[];
  readonly referrer: string;
  readonly costPerClickCents: number;
  /** Chance that a visit from here leads to a visit to a store nearby within days: click to brick. */
  readonly brickShare: number;
}

type Row = readonly [ChannelId, number, number, number, string, readonly string[], string, number, number];

const ROWS: readonly Row[] = [
  ['direct', 0.12, 0.42, 1, '', [], '', 0, 0.004],
  ['organic search', 0.25, 0.22, 0.9, '', [], 'https://www.google.com/', 0, 0.008],
  ['paid search', 0.2, 0.12, 1.25, 'cpc', ['google', 'bing'], 'https://www.google.com/', 48, 0.05],
  [
    'paid social',
    0.2,
    0.08,
    0.6,
    'paid_social',
    ['facebook', 'instagram', 'tiktok'],
    'https://l.instagram.com/',
    35,
    0.04,
  ],
  [
    'affiliate',
    0.06,
    0.05,
    1.1,
    'affiliate',
    ['fitblog', 'savvydeals'],
    'https://www.fitblog.example/',
    30,
    0.02,
  ],
  ['display', 0.07, 0.04, 0.4, 'display', ['adnet'], 'https://news.example/', 22, 0.03],
  ['email', 0, 0, 2.4, 'email', ['newsletter'], '', 0, 0.04],
  ['sms', 0, 0, 2.2, 'sms', ['sms'], '', 0, 0.05],
  ['push', 0, 0, 1.9, 'push', ['push'], '', 0, 0.03],
  ['social', 0.05, 0.04, 0.5, '', [], 'https://www.instagram.com/', 0, 0.004],
  ['referral', 0.05, 0.03, 0.8, '', [], 'https://www.yogajournal.example/', 0, 0.008],
];

export const MARKETING_CHANNELS: readonly Channel[] = ROWS.map(
  (
    [id, visitorShare, personShare, pull, medium, sources, referrer, costPerClickCents, brickShare],
    index,
  ) => ({
    id,
    index,
    visitorShare,
    personShare,
    pull,
    medium,
    sources,
    referrer,
    costPerClickCents,
    brickShare,
  }),
);

/** The channel with an id. */
export function channelOf(id: ChannelId): Channel {
  return MARKETING_CHANNELS.find((channel) => channel.id === id)!;
}
