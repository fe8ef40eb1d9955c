import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import styles from '../audiences.module.css';
import { audiencesQuery, overlapQuery } from '../queries.ts';

const route = getRouteApi('/audiences/$id');
const OTHERS_MAX = 2;

/** How many people an audience shares with one or two others. */
export function OverlapPanel(props: { readonly id: string; readonly name: string }): ReactNode {
  const words = useWords().audiences;
  const { with: others = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: all = [] } = useQuery(audiencesQuery);
  const options = all
    .filter(({ id, versionInForce }) => id !== props.id && versionInForce !== null)
    .map(({ id, name }) => ({ value: id, label: name }));
  const choose = (place: number, id: string): void => {
    const chosen = others.toSpliced(place, 1, ...(id === '' ? [] : [id]));
    void navigate({
      search: ({ with: _, ...rest }) => (chosen.length === 0 ? rest : { ...rest, with: chosen }),
      replace: true,
    });
  };
  return (
    <Panel title={words.overlap}>
      <div className={styles.filters}>
        {Array.from({ length: Math.min(OTHERS_MAX, others.length + 1) }, (_, place) => (
          <NativeSelect
            key={others[place] ?? 'another'}
            aria-label={place === 0 ? words.overlapWith : words.andWith}
            value={others[place] ?? ''}
            data={[
              { value: '', label: place === 0 ? words.chooseAudience : words.andWith },
              ...options.filter(({ value }) => value === others[place] || !others.includes(value)),
            ]}
            onChange={(event) => choose(place, event.currentTarget.value)}
            maw="100%"
          />
        ))}
      </div>
      {others.length > 0 && <Overlap ids={[props.id, ...others]} />}
    </Panel>
  );
}

function Overlap({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const query = useQuery(overlapQuery(ids));
  const { data: all = [] } = useQuery(audiencesQuery);
  const nameOf = (id: string): string => all.find((audience) => audience.id === id)?.name ?? id;
  return (
    <Loaded query={query} queryKey={overlapQuery(ids).queryKey}>
      {(parts) => {
        const everybody = parts.reduce((sum, { people }) => sum + people, 0);
        const shared = parts.find(({ audiences }) => audiences.length === ids.length)?.people ?? 0;
        return (
          <>
            <Text size="sm" mb={4}>
              {words.sharedBy(format.number(shared), format.number(everybody))}
            </Text>
            <ul className={styles.list}>
              {combinations(ids).map((combination) => {
                const found = parts.find(
                  ({ audiences }) =>
                    audiences.length === combination.length &&
                    combination.every((id) => audiences.includes(id)),
                );
                const people = found?.people ?? 0;
                const share = everybody === 0 ? 0 : people / everybody;
                const names = combination.map(nameOf);
                return (
                  <li key={combination.join(' ')} className={styles.bar}>
                    <span>{names.length === 1 ? words.only(names[0]!) : names.join(' + ')}</span>
                    <span className="number">
                      {format.number(people)} · {format.percent(share)}
                    </span>
                    <span className={styles.track} aria-hidden>
                      <span className={styles.fill} style={{ width: `${share * 100}%` }} />
                    </span>
                  </li>
                );
              })}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

/** Every choice of some of two or three, those of all first. */
function combinations(ids: readonly string[]): string[][] {
  const found = Array.from({ length: 2 ** ids.length - 1 }, (_, i) =>
    ids.filter((_, bit) => ((i + 1) & (2 ** bit)) !== 0),
  );
  return found.sort((a, b) => b.length - a.length);
}
