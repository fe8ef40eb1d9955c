import { ApiProblem } from './problem.ts';

/** Whether the server answers anything at all, be it that it is not well. */
export function isServerThere(): Promise<boolean> {
  return fetch('/health', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );
}

/**
 * Loads the code of a page. Where it is missing though the server answers, another build is served now, and the router loads the
 * document anew. While no server answers that would leave the reader with nothing: the page says so instead.
 */
export function pageCode<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    try {
      return await load();
    } catch (error) {
      if (await isServerThere()) throw error;
      throw new ApiProblem(0, 'unreachable', String(error));
    }
  };
}
