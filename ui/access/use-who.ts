import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/speech.tsx';
import { tokensQuery } from '../settings/queries.ts';
import { userNamesQuery } from './queries.ts';
import { useMay } from './use-me.ts';

/** Puts a name to who did something: `user:<id>`, `token:<id>`, `operator`, `api`, `rapport`. */
export function useWho(): (by: string) => string {
  const { token: programText, program, ...known } = useWords().access.who;
  const may = useMay();
  const { data: users } = useQuery(userNamesQuery);
  const { data: tokens } = useQuery({ ...tokensQuery, enabled: may('access.read') });
  const names: Readonly<Record<string, string>> = known;
  return (by) => {
    const [kind, id] = [by.slice(0, by.indexOf(':')), by.slice(by.indexOf(':') + 1)];
    if (kind === 'user') return users?.find((user) => user.id === id)?.name ?? by;
    if (kind === 'token') {
      const name = tokens?.find((token) => token.id === id)?.name;
      return name === undefined ? program : programText(name);
    }
    return names[by] ?? by;
  };
}
