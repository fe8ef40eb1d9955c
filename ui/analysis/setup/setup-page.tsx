import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { listQuery, type SetupKind } from './definitions.ts';
import { SECTIONS, type Section } from './sections.ts';
import styles from './setup.module.css';

/** The frame of what analysts set up: its sections, the list of one, and the definition that is worked on. */
export function SetupPage(props: {
  readonly section: Section;
  /** Names a definition of the list. */
  readonly nameOf?: (id: string) => string;
  readonly kind?: SetupKind;
  readonly chosen?: string | undefined;
  readonly onChoose?: (id: string | undefined) => Promise<void>;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords();
  const say = words.setup;
  const { section, kind, nameOf, chosen, onChoose, children } = props;
  return (
    <Page title={say.sections[section]} crumbs={[{ title: words.analysis.title, to: '/analysis' }]}>
      <nav className={styles.sections} aria-label={say.setup}>
        {SECTIONS.map((each) => (
          <Link
            key={each}
            to={`/analysis/${each}`}
            className={styles.section}
            {...(each === section ? { 'data-here': 'true' } : {})}
          >
            {say.sections[each]}
          </Link>
        ))}
      </nav>
      <div className={kind ? styles.columns : undefined}>
        {kind && nameOf && onChoose && (
          <List kind={kind} section={section} nameOf={nameOf} chosen={chosen} onChoose={onChoose} />
        )}
        {children}
      </div>
    </Page>
  );
}

function List(props: {
  readonly kind: SetupKind;
  readonly section: Section;
  readonly nameOf: (id: string) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => Promise<void>;
}): ReactNode {
  const words = useWords().setup;
  const may = useMay();
  const query = useQuery(listQuery(props.kind));
  const { section, nameOf, chosen, onChoose } = props;
  return (
    <Panel
      title={words.existing}
      actions={
        may('analytics.write') && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => void onChoose(undefined)}
          >
            {words.fresh}
          </Button>
        )
      }
    >
      <Loaded query={query} isEmpty={(list) => list.length === 0} empty={<Empty why={words.none[section]} />}>
        {(list) => (
          <ul className={styles.names}>
            {list.map(({ id, state }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.name}
                  aria-current={id === chosen}
                  onClick={() => void onChoose(id)}
                >
                  {nameOf(id)}
                  {state === 'draft' && <span className="dimmed"> · {words.draft}</span>}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
