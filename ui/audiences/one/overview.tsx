import { lazy, type ReactNode, Suspense } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { Lines } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import styles from '../audiences.module.css';
import type { AudienceDetail } from '../queries.ts';
import { ExplainPanel } from './explain-panel.tsx';
import { MovesPanel } from './moves-panel.tsx';
import { OverlapPanel } from './overlap-panel.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { UsedInPanel } from './used-in-panel.tsx';

/** The words of conditions weigh as much as a page, so they come after it. */
const Sentence = lazy(async () => ({ default: (await import('../sentence.tsx')).Sentence }));
/** Only lists take files. */
const UploadPanel = lazy(async () => ({ default: (await import('../upload/upload-panel.tsx')).UploadPanel }));
const LINES = 2;

/** What an audience says, how it moves, and what it has to do with others. */
export function Overview({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const may = useMay();
  const isList = audience.kind === 'list';
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Panel title={words.who}>
          <Suspense fallback={<Lines count={LINES} />}>
            <Sentence audience={audience} />
          </Suspense>
        </Panel>
        <MovesPanel id={audience.id} size={audience.size} />
        {audience.parts.length > 0 && <PartsPanel audience={audience} />}
        <OverlapPanel id={audience.id} name={audience.name} />
      </div>
      <div className={styles.column}>
        {isList && audience.state === 'live' && may('audiences.write') && (
          <Suspense>
            <UploadPanel id={audience.id} />
          </Suspense>
        )}
        {may('people.read') && audience.versionInForce !== null && (
          <ExplainPanel id={audience.id} name={audience.name} />
        )}
        <UsedInPanel keys={audience.usedIn} />
      </div>
    </div>
  );
}
