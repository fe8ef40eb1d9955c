import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { PipelinePanel } from '../../home/pipeline-panel.tsx';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/when.tsx';
import styles from '../settings.module.css';
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
      <PipelinePanel />
      <Panel title={text.retention}>
        <Loaded query={query}>
          {({ version, node, startedAt, state, warehouse, log }) => (
            <dl className={styles.facts}>
              <dt>{text.version}</dt>
              <dd>
                Rapport {version}, Node {node}
              </dd>
              <dt>{text.started}</dt>
              <dd>
                <When time={startedAt} />
              </dd>
              <dt>{text.people}</dt>
              <dd>{text.places[state]}</dd>
              <dt>{text.history}</dt>
              <dd>
                {text.places[warehouse]} · {text.historyKept}
              </dd>
              <dt>{text.log}</dt>
              <dd>
                {text.logNow(format.number(log.records), format.bytes(log.bytes))}
                <br />
                {text.logKept(format.duration(log.keptMs), format.bytes(log.bytesMax))}
              </dd>
            </dl>
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
