import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { audienceNamesQuery } from '../../people/queries.ts';
import styles from '../audiences.module.css';
import { versionQuery } from '../queries.ts';
import { type Content, saidOf } from '../said.ts';
import { wordDiff } from './word-diff.ts';

/** What a version changed, in the words of the page: what went is struck out, what came is underlined. */
export function ComparePanel(props: {
  readonly id: string;
  readonly older: number;
  readonly newer: number;
}): ReactNode {
  const { words, language } = useSpeech();
  const text = words.audiences;
  const format = useFormat();
  const { id, older, newer } = props;
  const before = useQuery(versionQuery(id, older));
  const after = useQuery(versionQuery(id, newer));
  const { data: names } = useQuery(audienceNamesQuery);
  const said = { language, words: text, format, audienceName: (other: string) => names?.get(other) };
  const linesOf = ({ document }: { readonly document?: unknown }): readonly string[] => {
    const content = (document ?? {}) as Content;
    return [content.name ?? '', content.description ?? '', saidOf(content, said)];
  };
  const titles = [text.columns.name, text.description, text.who];
  return (
    <Panel title={text.compared(older, newer)}>
      <Loaded query={before}>
        {(old) => (
          <Loaded query={after}>
            {(now) => {
              const [one, other] = [linesOf(old), linesOf(now)];
              const changed = titles
                .map((title, i) => ({ title, before: one[i]!, after: other[i]! }))
                .filter((line) => line.before !== line.after);
              if (changed.length === 0) return <Empty why={text.sameDocument} />;
              return (
                <Facts
                  className={styles.diff}
                  facts={changed.map((line) => [
                    line.title,
                    <Words key={line.title} before={line.before} after={line.after} />,
                  ])}
                />
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Panel>
  );
}

function Words(props: { readonly before: string; readonly after: string }): ReactNode {
  return wordDiff(props.before, props.after).map(({ kind, text }, i) => {
    const key = `${i} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
  });
}
