import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/speech.tsx';
import { tokensQuery } from '../settings/queries.ts';
import { usersQuery } from '../settings/users/users.ts';
import { useMay, useMe } from './use-me.ts';

/** Puts a name to who did something: `user:<id>`, `token:<id>`, `operator`, `api`, `rapport`. */
export function useWho(): (by: string) => string {
  const words = useWords().access.who;
  const me = useMe();
  const may = useMay();
  const enabled = may('access.read');
  const { data: users } = useQuery({ ...usersQuery, enabled });
  const { data: tokens } = useQuery({ ...tokensQuery, enabled });
  const { token: programText, ...known } = words;
  const names: Readonly<Record<string, string>> = known;
  return (by) => {
    const [kind, id] = [by.slice(0, by.indexOf(':')), by.slice(by.indexOf(':') + 1)];
    if (kind === 'user')
      return users?.find((user) => user.id === id)?.name ?? (me?.user.id === id ? me.user.name : by);
    if (kind === 'token') return programText(tokens?.find((token) => token.id === id)?.name ?? id);
    return names[by] ?? by;
  };
}
