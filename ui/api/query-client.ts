import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const FRESH_MS = 15_000;
const TRIES_MAX = 2;
/** Where it is kept who is signed in (access/queries.ts). */
export const SESSION_KEY = ['session'] as const;

/** Where the answers of the server are kept. Old data stays on screen while new data comes. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        placeholderData: keepPreviousData,
        retry: (count, error) => count < TRIES_MAX && isPassing(error),
      },
    },
  });
}

/** Whether asking again may help: the server was away or had a bad moment. A refusal stays a refusal. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
}
