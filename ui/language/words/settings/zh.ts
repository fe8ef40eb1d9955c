import { zh as settings } from '../../../settings/words/zh.ts';
import type { SettingsWords } from './en.ts';

export const zh: SettingsWords = { settings };
