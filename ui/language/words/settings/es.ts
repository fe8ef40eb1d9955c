import { es as settings } from '../../../settings/words/es.ts';
import type { SettingsWords } from './en.ts';

export const es: SettingsWords = { settings };
