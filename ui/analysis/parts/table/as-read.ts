import { type Language, LOCALES } from '../../../language/language.ts';
import { FAMILY } from '../../dimension-value.ts';
import type { Names } from '../../model/names.ts';
import type { Model } from '../../model/queries.ts';
import { sortOf } from './change-query.ts';
import type { AnswerRow, TableAnswer, TableQuery } from './query.ts';

/**
 * The rows of a table that stands by the values of its first level, in the order of what is read there: names instead of ids,
 * countries and channels in the reader's language. The server sorts by the values themselves, so rows that are only a part of all stay
 * as they came. Rows without a value stay at their end.
 */
export function asRead(
  query: TableQuery,
  answer: TableAnswer,
  { names, model, language }: { readonly names: Names; readonly model: Model; readonly language: Language },
): readonly AnswerRow[] {
  const { by, order } = sortOf(query);
  const dimension = query.levels[0]?.dimension;
  if (by !== 'value' || dimension === undefined || !isText(dimension, model)) return answer.rows;
  const families: { readonly text: string; readonly rows: AnswerRow[] }[] = [];
  for (const row of answer.rows) {
    const value = row.path[0]!;
    if (row.path.length === 1)
      families.push({ text: value === '' ? '' : names.value(dimension, value), rows: [row] });
    else families.at(-1)?.rows.push(row);
  }
  if (families.length < answer.rowCount) return answer.rows;
  const { compare } = new Intl.Collator(LOCALES[language], { numeric: true });
  const sign = order === 'descending' ? -1 : 1;
  return families.sort((a, b) => sign * compare(a.text, b.text)).flatMap(({ rows }) => rows);
}

/** Whether values are texts: days and numbers stand in their own order, however they are written. */
function isText(dimension: string, { dimensions }: Model): boolean {
  const inner = dimension.replace(FAMILY, '');
  return (dimensions.find(({ id }) => id === inner)?.type ?? 'text') === 'text';
}
