import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWho } from '../../access/use-who.ts';
import { useWords } from '../../language/speech.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { When } from '../../parts/when.tsx';
import styles from '../audiences.module.css';
import { type AudienceDetail, type Version, versionsQuery } from '../queries.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** The words of conditions weigh as much as a page; they are loaded when somebody compares. */
const ComparePanel = lazy(async () => ({ default: (await import('./compare-panel.tsx')).ComparePanel }));

/** Who changed an audience when, what the change was, and the way back. */
export function VersionsPanel({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const query = useQuery(versionsQuery(audience.id));
  const [compared, setCompared] = useState<readonly [older: number, newer: number]>();
  const [restored, setRestored] = useState<number>();
  return (
    <div className={styles.column}>
      <Panel title={words.tabs.versions}>
        <Loaded query={query}>
          {(versions) => <VersionTable versions={versions} onCompare={setCompared} onRestore={setRestored} />}
        </Loaded>
      </Panel>
      {compared && (
        <Suspense>
          <ComparePanel key={compared.join()} id={audience.id} older={compared[0]} newer={compared[1]} />
        </Suspense>
      )}
      {restored !== undefined && (
        <RestoreDialog id={audience.id} version={restored} onClose={() => setRestored(undefined)} />
      )}
    </div>
  );
}

function VersionTable(props: {
  readonly versions: readonly Version[];
  readonly onCompare: (versions: readonly [number, number]) => void;
  readonly onRestore: (version: number) => void;
}): ReactNode {
  const words = useWords().audiences;
  const may = useMay();
  const who = useWho();
  const mayRestore = may('audiences.write') && may('definitions.write');
  const actions: Readonly<Record<string, string>> = words.versionActions;
  const newest = props.versions[0]?.version;
  return (
    <PlainTable
      heads={[
        { text: words.version, className: 'number' },
        words.change,
        words.when,
        words.by,
        { text: words.actions, isHidden: true },
      ]}
    >
      {props.versions.map((version) => (
        <tr key={version.version}>
          <td className="number">{version.version}</td>
          <td>
            {actions[version.action] ?? version.action}
            {(version.note ?? version.reason?.message) && (
              <div className="small">{version.note ?? version.reason?.message}</div>
            )}
          </td>
          <td>
            <When time={version.at} />
          </td>
          <td>{who(version.by)}</td>
          <td>
            <div className={styles.filters} style={{ margin: 0 }}>
              {version.version > 1 && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => props.onCompare([version.version - 1, version.version])}
                >
                  {words.compare}
                </Button>
              )}
              {mayRestore && version.version !== newest && (
                <Button size="compact-xs" variant="default" onClick={() => props.onRestore(version.version)}>
                  {words.restore}
                </Button>
              )}
            </div>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
