import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Panel } from '../parts/panel.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import styles from './home.module.css';
import { healthQuery } from './queries.ts';
import { stageText } from './stage-text.ts';
import { detailOf, numberIn, whyText } from './why-text.ts';

const ICONS = { green: IconCheck, yellow: IconAlertTriangle, red: IconX };

/** The stages of the pipeline: how far behind, how much waits, and a word; explained where nothing beside it says why. */
export function PipelinePanel({ isExplained = false }: { readonly isExplained?: boolean }): ReactNode {
  const words = useWords().home;
  const format = useFormat();
  const health = useQuery(healthQuery);
  return (
    <Panel title={words.pipeline}>
      <Loaded query={health}>
        {({ checks = {} }) => (
          <PlainTable
            heads={[
              words.stage,
              words.status,
              { text: words.lag, className: 'number' },
              { text: words.backlog, className: 'number' },
            ]}
          >
            {Object.entries(checks).map(([name, check]) => {
              const lagMs = numberIn(check, 'lagMs');
              const freeBytes = numberIn(check, 'freeBytes');
              const why = check.state === 'green' ? undefined : whyText(check, words, format);
              const detail = detailOf(check);
              const StateIcon = ICONS[check.state];
              return (
                <tr key={name}>
                  <td>
                    {stageText(name, words)}
                    {freeBytes !== undefined && (why === undefined || !isExplained) && (
                      <div className="small">{words.free(format.bytes(freeBytes))}</div>
                    )}
                    {isExplained && why !== undefined && <div className="small">{why}</div>}
                    {isExplained && detail !== undefined && <div className="small">{detail}</div>}
                  </td>
                  <td>
                    <span className={styles.status} data-state={check.state} title={why}>
                      <StateIcon size={14} aria-hidden />
                      {words[check.state]}
                    </span>
                  </td>
                  <td className="number">{lagMs === undefined ? '—' : format.duration(lagMs)}</td>
                  <td className="number">{format.number(numberIn(check, 'backlogCount'))}</td>
                </tr>
              );
            })}
          </PlainTable>
        )}
      </Loaded>
    </Panel>
  );
}
