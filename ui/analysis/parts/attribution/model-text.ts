import type { Language } from '../../../language/language.ts';
import { durationText } from '../../diagrams/duration-text.ts';
import type { Model } from './query.ts';

/** What a model is called, with its setting where it has one. */
export function modelText(model: Model, language: Language, title: string | undefined): string {
  const name = title ?? model.model;
  if (model.model === 'time-decay')
    return `${name} (${durationText('halfLife' in model ? (model.halfLife ?? '7d') : '7d', language)})`;
  if (model.model === 'custom' && 'first' in model)
    return `${name} (${[model.first, model.middle, model.last].join('/')})`;
  return name;
}
