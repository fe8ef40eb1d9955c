import createClient from 'openapi-fetch';
import { ApiProblem, problemOf } from './problem.ts';
import type { paths } from './schema.d.ts';

/**
 * The API of the server that serves this page, typed by its own description. The header shows that the call comes from
 * a page of ours: pages of others may not send it.
 */
export const api = createClient<paths>({ baseUrl: '/', headers: { 'x-rapport': 'interface' } });

/**
 * What a call gave, without the wrapping. Throws ApiProblem for a refusal and when the server cannot be reached. A call whose
 * good answer holds nothing does not compile here: it would look like a failure.
 */
export async function must<T extends NonNullable<unknown>>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await reach(call);
  if (error !== undefined || data === undefined || data === null) throw problemOf(response.status, error);
  return data;
}

/** A call whose good answer holds nothing (204). Throws like `must`. */
export async function mustDo(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await reach(call);
  if (!response.ok) throw problemOf(response.status, error);
}

async function reach<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'unreachable', String(error));
  }
}
