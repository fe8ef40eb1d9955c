import { cardOf } from '../people/card.ts';
import { DAY_MS } from '../time.ts';
import { type NamedAudience, since } from './audience.ts';
import { of } from './profile.ts';

const hasAccount = (kind: string | undefined): boolean => kind === 'member' || kind === 'account';

/** Audiences about who people are and what they allow. */
export const PERSON_AUDIENCES: readonly NamedAudience[] = [
  {
    id: 'registered-no-order',
    title: 'Registered, never bought',
    definition: 'Has a user id and no order, ever.',
    includes: (profile) => hasAccount(profile.person?.kind) && of(profile, 'ordered').length === 0,
  },
  {
    id: 'email-allowed',
    title: 'May be mailed',
    definition: 'The newest consent for channel email and purpose marketing is in.',
    includes: (profile) => profile.allows.has('email'),
  },
  {
    id: 'engaged-mail',
    title: 'Reads our mail',
    definition: 'At least 1 Email Link Clicked or at least 2 Email Opened in the last 30 days.',
    includes: (profile, { now }) => {
      const isMail = (fact: { readonly campaign: { readonly channel: string } | undefined }): boolean =>
        fact.campaign?.channel === 'email';
      const from = now - 30 * DAY_MS;
      return (
        since(profile, 'clicked', from).some(isMail) ||
        since(profile, 'opened', from).filter(isMail).length >= 2
      );
    },
  },
  {
    id: 'bloom-tier',
    title: 'Top tier',
    definition: 'The attribute loyaltyTier is bloom: as the tills or the customer master said last.',
    includes: (profile) => profile.tier === 'bloom',
  },
  {
    id: 'birthday-month',
    title: 'Birthday this month',
    definition:
      'The month of the attribute birthday is the month of now (UTC), in the customer master or a registration.',
    includes: (profile, { seed, now }) => {
      const { person } = profile;
      if (!person || !profile.hasDetails) return false;
      return cardOf(seed, person).birthday?.slice(5, 7) === new Date(now).toISOString().slice(5, 7);
    },
  },
];
