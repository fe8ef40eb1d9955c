import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { isObject } from '../core/index.ts';
import type { Analytics } from './analytics.ts';
import { dimensionOf } from './model/find.ts';
import type { Question } from './question.ts';
import type { About, Order } from './run/runner.ts';

/** Names beside one answer. Nobody reads further; what stands beyond is called by its id. */
const NAMES_MAX = 10_000;

/** What the catalogue calls values of an answer. */
export const ValueNames = Type.Record(Type.String(), Type.Record(Type.String(), Type.String()), {
  description:
    'What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none',
});
type ValueNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Answers a question that comes by HTTP. Names are not kept with the answer: a product that is called otherwise meanwhile has its new
 * name at once. Who may not read the catalogue is given none.
 */
export async function answerWithNames(
  analytics: Analytics,
  request: FastifyRequest,
  order: Order,
  question: Question,
  query: unknown,
): Promise<{ answer: object; about: About; names?: ValueNames }> {
  const answered = await analytics.runner.answer(order, (asking) => question.ask(query, asking));
  if (!mayReadNames(request)) return answered;
  const names = namesOf(analytics, order, question, query, answered.answer);
  return Object.keys(names).length === 0 ? answered : { ...answered, names };
}

/** Whether the names of products and stores may go to whoever asks. */
export function mayReadNames({ principal }: FastifyRequest): boolean {
  return principal?.may('catalog.read') !== false;
}

function namesOf(
  { nameOf }: Analytics,
  { frame }: Order,
  question: Question,
  query: unknown,
  answer: object,
): ValueNames {
  const names: Record<string, Record<string, string>> = {};
  let count = 0;
  for (const { dimension, values } of [...(question.values?.(query, answer) ?? []), ...valuesIn(query)]) {
    const kind = dimensionOf(dimension)?.named?.(frame);
    if (!kind) continue;
    for (const value of values()) {
      if (value === null || count >= NAMES_MAX || Object.hasOwn(names[dimension] ?? {}, value)) continue;
      const name = nameOf(kind, value);
      if (name === undefined) continue;
      names[dimension] ??= {};
      names[dimension][value] = name;
      count++;
    }
  }
  return names;
}

/** Values that a query names: in filters and touchpoints, in levels of a table, in the middle of ways. */
function valuesIn(query: unknown): NonNullable<ReturnType<NonNullable<Question['values']>>> {
  if (Array.isArray(query)) return query.flatMap(valuesIn);
  if (!isObject(query)) return [];
  const { dimension, value, only, text } = query;
  const { is, isNot, anyOf, noneOf } = isObject(text) ? text : {};
  const own = [value, only, is, isNot, anyOf, noneOf].flat().filter((each) => typeof each === 'string');
  return [
    ...(typeof dimension === 'string' && own.length > 0 ? [{ dimension, values: () => own }] : []),
    ...Object.values(query).flatMap(valuesIn),
  ];
}
