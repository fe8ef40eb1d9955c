/** Consent: what people are asked for, and what they allowed, per channel and purpose. */
export {
  CONSENT_WORD,
  type ConsentChange,
  type ConsentState,
  type Consents,
  consentOf,
  consentsOf,
  mergeConsents,
  noteConsent,
} from './consent.ts';
export { isAskedFor, purposeFindings, purposesKind, purposesNow } from './purposes.ts';
export type { Purposes } from './purposes-schema.ts';
export { type PurposeDeps, purposeRoutes } from './routes.ts';
