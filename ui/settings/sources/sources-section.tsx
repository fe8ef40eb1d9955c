import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { channelText } from '../../people/event-text.ts';
import { sourcesQuery } from '../queries.ts';
import styles from '../settings.module.css';
import { AddSource } from './add-source.tsx';
import { ConnectPanel } from './connect-panel.tsx';
import { KeyCell } from './key-cell.tsx';
import { SourceMenu } from './source-menu.tsx';

/** Where events come from: keys, how to connect, and whether it works. */
export function SourcesSection(): ReactNode {
  const words = useWords();
  const text = words.settings.sources;
  const query = useQuery(sourcesQuery);
  const [chosen, setChosen] = useState<string>();
  const source = query.data?.find(({ id }) => id === chosen) ?? query.data?.find(({ id }) => id === 'web');
  return (
    <>
      <Panel title={words.settings.section.sources}>
        <Text size="sm" c="dimmed" mb={8}>
          {text.intro}
        </Text>
        <Loaded query={query}>
          {(sources) => (
            <PlainTable
              stacked="lines"
              heads={[text.name, text.channel, text.key, text.state, { text: text.connect, isHidden: true }]}
            >
              {sources.map((each) => (
                <tr key={each.id}>
                  <td>
                    {each.name} <span className="dimmed mono">{each.id}</span>
                  </td>
                  <td>{channelText(each.channel, words.people)}</td>
                  <td>
                    <KeyCell source={each} />
                  </td>
                  <td>
                    <Chip tone={each.enabled ? 'good' : 'plain'}>{each.enabled ? text.on : text.off}</Chip>
                  </td>
                  <td>
                    <div className={styles.tools}>
                      <Button size="compact-xs" variant="default" onClick={() => setChosen(each.id)}>
                        {text.connect}
                      </Button>
                      <SourceMenu source={each} />
                    </div>
                  </td>
                </tr>
              ))}
            </PlainTable>
          )}
        </Loaded>
      </Panel>
      {source && <ConnectPanel key={source.id} source={source} />}
      <AddSource />
    </>
  );
}
