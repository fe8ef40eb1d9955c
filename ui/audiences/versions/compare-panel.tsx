import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { audienceNamesQuery } from '../../people/queries.ts';
import { DiffWords } from '../../versions/diff-words.tsx';
import { versionQuery } from '../queries.ts';
import { type Content, saidOf } from '../said.ts';

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
                  facts={changed.map((line) => [
                    line.title,
                    <DiffWords key={line.title} before={line.before} after={line.after} />,
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
