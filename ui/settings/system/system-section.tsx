import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { PipelinePanel } from '../../home/pipeline-panel.tsx';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/when.tsx';
import { BackupPanel } from './backup-panel.tsx';

/** What runs here, how it does, how long it keeps what, and how to keep a copy. */
export function SystemSection(): ReactNode {
  const words = useWords().settings;
  const text = words.system;
  const format = useFormat();
  const query = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => must(api.GET('/api/system', { signal })),
  });
  return (
    <>
      <PipelinePanel isExplained />
      <Panel title={text.retention}>
        <Loaded query={query}>
          {({ version, node, startedAt, state, warehouse, log }) => (
            <Facts
              facts={[
                [text.version, `Rapport ${version}, Node ${node}`],
                [text.started, <When key="started" time={startedAt} />],
                [text.people, text.places[state]],
                [text.history, `${text.places[warehouse]} · ${text.historyKept}`],
                [
                  text.log,
                  <div key="log">
                    {text.logNow(format.number(log.records), format.bytes(log.bytes))}
                    <br />
                    {text.logKept(format.duration(log.keptMs), format.bytes(log.bytesMax))}
                  </div>,
                ],
              ]}
            />
          )}
        </Loaded>
        <Text size="xs" c="dimmed" mt={8}>
          {text.retentionHint}
        </Text>
      </Panel>
      <BackupPanel />
    </>
  );
}
