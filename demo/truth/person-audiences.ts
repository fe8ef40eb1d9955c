import { cardOf } from '../people/card.ts';
import { DAY_MS, iso } from '../time.ts';
import { type NamedAudience, since } from './audience.ts';
import { of } from './profile.ts';

const hasAccount = (kind: string | undefined): boolean => kind === 'member' || kind === 'account';

/** Audiences about who people are and what they allow. */
export const PERSON_AUDIENCES: readonly NamedAudience[] = [
  {
    id: 'registered-no-order',
    title: 'Registered, never bought',
    definition: 'Has an account (a user id, and the attribute accountSince) and no order, ever.',
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
    id: 'birthday-soon',
    title: 'Birthday soon',
    definition:
      'The attribute birthday, from the customer master or a registration, comes round within the next 30 days (UTC, today is one more); 29 February on the 28th in other years.',
    includes: (profile, { seed, now }) => {
      const { person } = profile;
      if (!person || !profile.hasDetails) return false;
      return isSoon(cardOf(seed, person).birthday?.slice(5), now);
    },
  },
];

const SOON_DAYS = 30;

function isSoon(dayOfYear: string | undefined, now: number): boolean {
  for (let day = now; day <= now + SOON_DAYS * DAY_MS; day += DAY_MS) {
    const date = iso(day).slice(5, 10);
    const isKeptEarly = date === '02-28' && iso(day + DAY_MS).slice(5, 10) === '03-01';
    if (date === dayOfYear || (isKeptEarly && dayOfYear === '02-29')) return true;
  }
  return false;
}
