import { de as settings } from '../../../settings/words/de.ts';
import type { SettingsWords } from './en.ts';

export const de: SettingsWords = { settings };
