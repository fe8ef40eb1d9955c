import type { Source } from './source.ts';

const MIGRATION = /^(migrations\/\w+)\/(\d{4})_[a-z0-9-]+\.sql$/;

/** Migrations whose number another one has, or that leave a gap: they run in the order of their numbers, each once. */
export function migrationFaults(sources: readonly Source[]): string[] {
  const next = new Map<string, number>();
  return sources
    .filter(({ path }) => path.startsWith('migrations/'))
    .flatMap(({ path }) => {
      const [, folder, number] = MIGRATION.exec(path) ?? [];
      if (folder === undefined) return [`${path}: is not named 0001_what-it-does.sql`];
      const expected = (next.get(folder) ?? 0) + 1;
      next.set(folder, Number(number));
      return Number(number) === expected ? [] : [`${path}: the number that follows is ${expected}`];
    });
}
