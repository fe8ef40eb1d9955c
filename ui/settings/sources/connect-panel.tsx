import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { snippetsOf } from './snippets.ts';
import type { Source } from './source.ts';
import { TestEvent } from './test-event.tsx';

const WAYS = ['browser', 'server', 'command'] as const;

/** How to send events as a source: code to copy, and a check that one arrives. */
export function ConnectPanel({ source }: { readonly source: Source }): ReactNode {
  const words = useWords().settings.sources;
  const snippets = snippetsOf(source, window.location.origin);
  return (
    <Panel title={words.connectTitle(source.name)} actions={<TestEvent source={source} />}>
      <Tabs defaultValue={source.channel === 'web' ? 'browser' : 'server'} keepMounted={false}>
        <Tabs.List mb={8}>
          {WAYS.map((way) => (
            <Tabs.Tab key={way} value={way}>
              {words[way]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {WAYS.map((way) => (
          <Tabs.Panel key={way} value={way}>
            <Snippet code={snippets[way]} label={words.snippet} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Panel>
  );
}
