import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useNow } from '../../parts/use-now.ts';
import { consentChannelText } from '../../people/consent-text.ts';

const DAYS = 90;

/** What people said consent for in the last months though nobody asks for it: from another system, or an older list. */
export function StatedPanel(props: {
  readonly isListed: (key: string, channel: string) => boolean;
  readonly onList: (key: string, channel: string) => void;
}): ReactNode {
  const words = useWords();
  const text = words.settings.consent;
  const format = useFormat();
  const now = useNow();
  const query = useQuery({
    queryKey: ['purposes', 'stated'],
    queryFn: async ({ signal }) =>
      (await must(api.GET('/api/purposes/stated', { params: { query: { days: DAYS } }, signal }))).stated,
  });
  return (
    <Panel title={text.stated}>
      <Loaded query={query} queryKey={['purposes', 'stated']}>
        {(stated) => {
          const others = stated.filter(({ purpose, channel }) => !props.isListed(purpose, channel));
          if (others.length === 0) return <Empty why={text.nothingStated(DAYS)} />;
          return (
            <PlainTable
              heads={[
                text.key,
                words.people.acts.channel,
                { text: text.people, className: 'number' },
                text.last,
                { text: text.list, isHidden: true },
              ]}
            >
              {others.map(({ purpose, channel, people, last }) => (
                <tr key={`${channel}/${purpose}`}>
                  <td>{purpose}</td>
                  <td>{consentChannelText(channel, words.people)}</td>
                  <td className="number">{format.number(people)}</td>
                  <td>{format.ago(last, now)}</td>
                  <td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${text.list}: ${purpose}, ${consentChannelText(channel, words.people)}`}
                      onClick={() => props.onList(purpose, channel)}
                    >
                      {text.list}
                    </Button>
                  </td>
                </tr>
              ))}
            </PlainTable>
          );
        }}
      </Loaded>
    </Panel>
  );
}
