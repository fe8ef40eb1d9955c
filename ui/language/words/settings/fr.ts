import { fr as settings } from '../../../settings/words/fr.ts';
import type { SettingsWords } from './en.ts';

export const fr: SettingsWords = { settings };
