import type { Analytics } from './analytics.ts';
import { type PeoplePage, peopleOf } from './cell/people.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import type { About } from './run/runner.ts';

const FOREVER = new AbortController().signal;
const PAGE = 100;

/** Asks a question from within the program, as its route does; the query must fit its schema. */
export async function askQuestion(
  { runner, frame }: Analytics,
  id: string,
  query: unknown,
): Promise<{ answer: object; about: About }> {
  const question = mustFind(id);
  const order = { key: undefined, question: id, user: 'program', frame: await frame(), signal: FOREVER };
  return runner.answer(order, (asking) => question.ask(query, asking));
}

/** The first people behind a number, from within the program. */
export async function openCell(
  { runner, frame }: Analytics,
  id: string,
  query: unknown,
  cell: unknown,
): Promise<PeoplePage> {
  const question = mustFind(id);
  const order = { key: undefined, question: id, user: 'program', frame: await frame(), signal: FOREVER };
  const opened = question.cell!.open(query, cell);
  return (await runner.answer(order, (asking) => peopleOf(opened, asking, PAGE, 0))).answer;
}

function mustFind(id: string): Question {
  const question = QUESTIONS.find((each) => each.id === id);
  if (!question) throw new Error(`There is no kind of question “${id}”.`);
  return question;
}
