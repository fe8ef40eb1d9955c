/** Consent: what people allowed, per channel and purpose. */
export {
  type ConsentChange,
  type ConsentState,
  type Consents,
  consentOf,
  consentsOf,
  mergeConsents,
  noteConsent,
} from './consent.ts';
