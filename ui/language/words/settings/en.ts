import { en as settings } from '../../../settings/words/en.ts';

/** The texts of the settings. */
export const en = { settings };

/** The texts of the settings. */
export type SettingsWords = typeof en;
