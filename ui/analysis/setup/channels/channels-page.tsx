import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../../access/use-me.ts';
import { LeaveGuard } from '../../../audiences/edit/leave-guard.tsx';
import { useWords } from '../../../language/speech.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Conflict, isConflict, isOvertaken, type Saved } from '../../../versions/conflict.tsx';
import { THEIRS_KEY } from '../../../versions/queries.ts';
import { publish, standingQuery } from '../definitions.ts';
import { FindingList } from '../finding-list.tsx';
import setup from '../setup.module.css';
import { SetupPage } from '../setup-page.tsx';
import { useFindings } from '../use-findings.ts';
import { ValuePreview } from '../value-preview.tsx';
import styles from './channels.module.css';
import { channelsQuery, type Rule } from './queries.ts';
import { RuleRow } from './rule-row.tsx';

/** The rules of marketing channels: an ordered list of which the first that fits counts. */
export function ChannelsPage(): ReactNode {
  const words = useWords().setup;
  const query = useQuery(channelsQuery);
  const standing = useQuery(standingQuery('channels', 'channels'));
  return (
    <SetupPage section="channels">
      <Panel title={words.sections.channels}>
        <Loaded query={query}>
          {({ rules, isDefault }) =>
            standing.data && (
              <Rules
                key={standing.data.version}
                saved={rules}
                isDefault={isDefault}
                version={standing.data.version}
              />
            )
          }
        </Loaded>
      </Panel>
    </SetupPage>
  );
}

function Rules(props: {
  readonly saved: readonly Rule[];
  readonly isDefault: boolean;
  readonly version: number;
}): ReactNode {
  const words = useWords().setup;
  const may = useMay();
  const { saved, isDefault, version } = props;
  const [rules, setRules] = useState(saved);
  const [dragged, setDragged] = useState<number>();
  const isFixed = !may('settings.write') || !may('definitions.write');
  const findings = useFindings('channels', 'channels', { rules });
  const isChanged = JSON.stringify(rules) !== JSON.stringify(saved);
  const isRight = findings !== undefined && findings.length === 0;
  const { save, anew } = useSaveChannels();
  const move = (from: number, to: number): void => {
    const next = [...rules];
    const [moved] = next.splice(from, 1);
    if (moved) next.splice(to, 0, moved);
    setRules(next);
  };
  return (
    <div className={setup.editor}>
      <LeaveGuard isUnsaved={isChanged && !save.isPending} />
      <p className={styles.hint}>{isDefault ? words.channels.isDefault : words.channels.hint}</p>
      <div className={styles.both}>
        <div>
          <ol className={styles.rules}>
            {rules.map((rule, i) => (
              <RuleRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place.
                key={i}
                index={i}
                count={rules.length}
                rule={rule}
                channels={[...new Set(rules.map(({ channel }) => channel))]}
                isFixed={isFixed}
                onChange={(next) => setRules(rules.map((each, j) => (i === j ? next : each)))}
                onMove={move}
                onRemove={() => setRules(rules.filter((_, j) => j !== i))}
                onDrag={setDragged}
                onDrop={() => {
                  if (dragged !== undefined) move(dragged, i);
                  setDragged(undefined);
                }}
              />
            ))}
          </ol>
          {!isFixed && (
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() =>
                  setRules([
                    ...rules,
                    {
                      channel: words.channels.fresh,
                      when: [{ dimension: 'utm-medium', text: { anyOf: [] } }],
                    },
                  ])
                }
              >
                {words.channels.add}
              </Button>
            </Group>
          )}
        </div>
        <div>
          <FindingList findings={findings} />
          <ValuePreview of={{ channels: { rules } }} isRight={isRight} />
        </div>
      </div>
      {!isFixed && (
        <Group gap="xs" className={setup.bar}>
          <Button
            size="xs"
            disabled={!isChanged || !isRight}
            loading={save.isPending}
            onClick={() => save.mutate({ document: { rules }, base: version })}
          >
            {words.save}
          </Button>
          <Button size="xs" variant="default" disabled={!isChanged} onClick={() => setRules(saved)}>
            {words.revert}
          </Button>
          {isChanged && <span className={setup.unsaved}>{words.unsaved}</span>}
        </Group>
      )}
      {isOvertaken(save) && (
        <Conflict
          {...{ kind: 'channels', id: 'channels', base: version, isBusy: save.isPending }}
          onKeep={(base) => save.mutate({ document: { rules }, base, isOver: true })}
          onTake={() => void anew()}
        />
      )}
    </div>
  );
}

function useSaveChannels() {
  const words = useWords().setup;
  const queries = useQueryClient();
  const anew = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: channelsQuery.queryKey });
    await queries.invalidateQueries({ queryKey: ['analysis', 'setup', 'channels'] });
  };
  const save = useMutation({
    mutationFn: ({ document, base }: Saved<{ readonly rules: readonly Rule[] }>) =>
      publish('channels', 'channels', document, base),
    onSuccess: async () => {
      await anew();
      notifications.show({ message: words.saved });
    },
    onError: (error) =>
      isConflict(error)
        ? queries.invalidateQueries({ queryKey: THEIRS_KEY })
        : notifications.show({ color: 'red', title: words.notSaved, message: error.message }),
  });
  return { save, anew };
}
