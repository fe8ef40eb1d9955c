import type { Words } from '../../../language/dictionaries.ts';
import type { Names } from '../../model/names.ts';
import type { Column } from './query.ts';

/** What narrows a column: its segments and its model of attribution, in words. */
export function columnNotes(column: Column, names: Names, words: Words): string[] {
  const notes: string[] = [];
  if ('attribution' in column)
    notes.push(
      words.parts.table.models[column.attribution.model.model as keyof Words['parts']['table']['models']],
    );
  if ('segments' in column)
    notes.push(
      ...(column.segments ?? []).map((segment) => names.segment(segment) ?? words.analysis.aCondition),
    );
  return notes;
}
