import type { ChannelRules } from './channel-rules.ts';

const SEARCH_ENGINES = [
  'google',
  'bing',
  'duckduckgo',
  'yahoo',
  'baidu',
  'ecosia',
  'qwant',
  'yandex',
  'startpage',
];
const SOCIAL = [
  'facebook',
  'instagram',
  'tiktok',
  'pinterest',
  'twitter',
  'linkedin',
  'reddit',
  'youtube',
  'snapchat',
  'weibo',
  'xiaohongshu',
];
const SOCIAL_HOSTS = [
  ...SOCIAL.map((name) => `${name}.com`),
  't.co',
  'x.com',
  'lnkd.in',
  'youtu.be',
  'l.facebook.com',
  'l.instagram.com',
  'pin.it',
];

const medium = (...anyOf: string[]) => ({
  dimension: 'utm-medium',
  text: { anyOf, ignoreCase: true as const },
});
const source = (...anyOf: string[]) => ({
  dimension: 'utm-source',
  text: { anyOf, ignoreCase: true as const },
});
const referrer = (like: string) => ({ dimension: 'referrer', text: { like, ignoreCase: true as const } });
const event = (...anyOf: string[]) => ({ dimension: 'event', text: { anyOf } });

/**
 * Marketing channels of a workspace that has not set up its own. Campaign parameters say more than referrers, so they come first; they
 * count on any event, referrers only on the event that opened a session.
 */
export const DEFAULT_CHANNELS: ChannelRules = {
  rules: [
    { channel: 'Email', when: [event('Email Link Clicked', 'Email Clicked')], on: 'any' },
    { channel: 'SMS', when: [event('SMS Clicked', 'SMS Link Clicked')], on: 'any' },
    { channel: 'Push', when: [event('Push Notification Tapped', 'Push Clicked')], on: 'any' },
    { channel: 'Email', when: [medium('email', 'e-mail', 'newsletter', 'mail')], on: 'any' },
    { channel: 'Email', when: [source('email', 'newsletter')], on: 'any' },
    { channel: 'SMS', when: [medium('sms', 'text', 'whatsapp')], on: 'any' },
    { channel: 'Push', when: [medium('push', 'app-push', 'web-push')], on: 'any' },
    { channel: 'Affiliate', when: [medium('affiliate', 'affiliates', 'partner')], on: 'any' },
    {
      channel: 'Paid social',
      when: [medium('paid_social', 'paid-social', 'paidsocial', 'social_paid')],
      on: 'any',
    },
    {
      channel: 'Paid social',
      when: [medium('cpc', 'ppc', 'cpm', 'paid', 'ads'), source(...SOCIAL, 'meta', 'fb', 'ig')],
      on: 'any',
    },
    {
      channel: 'Paid search',
      when: [
        medium(
          'cpc',
          'ppc',
          'sem',
          'paid',
          'paidsearch',
          'paid_search',
          'paid-search',
          'search',
          'shopping',
          'pla',
        ),
      ],
      on: 'any',
    },
    {
      channel: 'Display',
      when: [medium('display', 'banner', 'cpm', 'retargeting', 'programmatic', 'ads', 'native', 'video')],
      on: 'any',
    },
    {
      channel: 'Organic social',
      when: [medium('social', 'organic_social', 'social-media', 'sm')],
      on: 'any',
    },
    { channel: 'Referral', when: [medium('referral')], on: 'any' },
    { channel: 'Organic search', when: [medium('organic')], on: 'any' },
    { channel: 'Other campaigns', when: [{ dimension: 'campaign', text: { like: '*' } }], on: 'any' },
    { channel: 'Store', when: [{ dimension: 'channel', text: { is: 'store' } }] },
    { channel: 'Call centre', when: [{ dimension: 'channel', text: { is: 'call' } }] },
    ...SEARCH_ENGINES.map((name) => ({ channel: 'Organic search', when: [referrer(`*${name}.*`)] })),
    { channel: 'Organic social', when: [{ dimension: 'referrer', text: { anyOf: SOCIAL_HOSTS } }] },
    { channel: 'Organic social', when: [referrer('*.facebook.com')] },
    { channel: 'Referral', when: [referrer('*.*')] },
    { channel: 'Direct', when: [] },
  ],
};
