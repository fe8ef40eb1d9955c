/** A country the shop sells to. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  /** Units of the currency for one euro. */
  readonly rate: number;
  readonly locale: string;
  readonly language: 'de' | 'fr' | 'en' | 'nl' | 'es';
  readonly timezone: string;
  /** Hours that its clocks are ahead of UTC. Summer time is left out: it would shift a shop's rhythm by an hour. */
  readonly aheadHours: number;
  /** Share of the store week that falls on Sunday; 0 where shops are closed. */
  readonly sundayShare: number;
  /** VAT included in prices. */
  readonly taxRate: number;
}

const GERMANY: Country = {
  code: 'DE',
  name: 'Germany',
  currency: 'EUR',
  rate: 1,
  locale: 'de-DE',
  language: 'de',
  timezone: 'Europe/Berlin',
  aheadHours: 1,
  sundayShare: 0,
  taxRate: 0.19,
};

export const COUNTRIES: readonly Country[] = [
  GERMANY,
  {
    ...GERMANY,
    code: 'FR',
    name: 'France',
    locale: 'fr-FR',
    language: 'fr',
    timezone: 'Europe/Paris',
    sundayShare: 0.06,
    taxRate: 0.2,
  },
  {
    ...GERMANY,
    code: 'GB',
    name: 'United Kingdom',
    currency: 'GBP',
    rate: 0.86,
    locale: 'en-GB',
    language: 'en',
    timezone: 'Europe/London',
    aheadHours: 0,
    sundayShare: 0.12,
    taxRate: 0.2,
  },
  {
    ...GERMANY,
    code: 'NL',
    name: 'Netherlands',
    locale: 'nl-NL',
    language: 'nl',
    timezone: 'Europe/Amsterdam',
    sundayShare: 0.1,
    taxRate: 0.21,
  },
  { ...GERMANY, code: 'AT', name: 'Austria', locale: 'de-AT', timezone: 'Europe/Vienna', taxRate: 0.2 },
  {
    ...GERMANY,
    code: 'CH',
    name: 'Switzerland',
    currency: 'CHF',
    rate: 0.95,
    locale: 'de-CH',
    timezone: 'Europe/Zurich',
    taxRate: 0.081,
  },
  {
    ...GERMANY,
    code: 'ES',
    name: 'Spain',
    locale: 'es-ES',
    language: 'es',
    timezone: 'Europe/Madrid',
    sundayShare: 0.03,
    taxRate: 0.21,
  },
];

/**
 * Which country the person with an index lives in: a fixed pattern, so that the how-manieth of her country she is can
 * be computed and numbers that must be unique (telephones) can be handed out without counting.
 */
export const COUNTRY_PATTERN: readonly number[] = [
  0, 2, 0, 1, 3, 0, 2, 1, 0, 4, 2, 0, 1, 3, 0, 5, 2, 1, 0, 6,
];
