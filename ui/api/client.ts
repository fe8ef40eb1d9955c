import createClient from 'openapi-fetch';
import { ApiProblem, problemOf } from './problem.ts';
import type { paths } from './schema.d.ts';

/** The API of the server that serves this page, typed by its own description. */
export const api = createClient<paths>({ baseUrl: '/' });

/** What a call gave, without the wrapping. Throws ApiProblem for a refusal and when the server cannot be reached. */
export async function must<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  let answer: { data?: T; error?: unknown; response: Response };
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'unreachable', String(error));
  }
  if (answer.error !== undefined || answer.data === undefined || answer.data === null)
    throw problemOf(answer.response.status, answer.error);
  return answer.data;
}
