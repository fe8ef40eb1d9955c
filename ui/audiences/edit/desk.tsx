import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWho } from '../../access/use-who.ts';
import { useConditionCount } from '../../conditions/estimate/use-condition-count.ts';
import { useEstimate } from '../../conditions/estimate/use-estimate.ts';
import { isUnfinished } from '../../conditions/model/finished.ts';
import { useNames } from '../../conditions/use-names.ts';
import { useWords } from '../../language/speech.tsx';
import { Chip } from '../../parts/chip.tsx';
import { idOf } from '../../parts/id-of.ts';
import { Page } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { Actions } from './actions.tsx';
import { Basics } from './basics.tsx';
import { type AudienceDoc, wayOf } from './document.ts';
import styles from './edit.module.css';
import { CountBar, EstimatePanel } from './estimate-panel.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import type { Standing } from './queries.ts';
import { conditionOfSet } from './set-condition.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useFindings } from './use-findings.ts';
import { useSave } from './use-save.ts';
import { WhoPanel } from './who-panel.tsx';

const ConflictDialog = lazy(async () => ({
  default: (await import('./conflict-dialog.tsx')).ConflictDialog,
}));
const ExplainPanel = lazy(async () => ({
  default: (await import('../one/explain-panel.tsx')).ExplainPanel,
}));
const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }));

/** Where an audience is written: what it is, who is in it, how many that are, save and publish. */
export function Desk(props: {
  /** undefined while it is new: then its id follows its name. */
  readonly id: string | undefined;
  readonly standing: Standing | null;
  readonly fresh: AudienceDoc;
}): ReactNode {
  const words = useWords().audienceEdit;
  const may = useMay();
  const navigate = useNavigate();
  const draft = useDraft(props.standing, props.fresh);
  const { document, history } = draft;
  const [ownId, setOwnId] = useState<string>();
  const id = props.id ?? ownId ?? idOf(document.name);
  const [isPublishing, setPublishing] = useState(false);
  const [isStrict, setStrict] = useState(false);
  const mayWrite = may('audiences.write') && may('definitions.write');
  const findings = useFindings(id || 'new', document, isStrict);
  const counted = useCounted(document);
  const save = useSave(id, draft, props.id === undefined);
  const side = useRef<HTMLDivElement>(null);
  const isCounted = wayOf(document) !== 'list';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 's' && mayWrite) save.save();
    else if (key === 'z' && event.shiftKey) history.redo();
    else if (key === 'z' && !isTyping(event)) history.undo();
    else return;
    event.preventDefault();
  };
  const publish = (): void => {
    setStrict(true);
    setPublishing(true);
  };
  const isNamed = document.name !== '' && id !== '';
  const actions = mayWrite && (
    <Actions {...{ draft, save, isNamed }} standing={props.standing} onPublish={publish} />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts beside buttons that do the same.
    <div onKeyDown={onKeyDown}>
      <Page
        title={props.id === undefined ? words.create : document.name || id}
        crumbs={crumbsOf(words.audiences, props.id, document.name)}
        state={<StateLine draft={draft} standing={props.standing} />}
        actions={actions}
      >
        <div className={styles.columns}>
          <div className={styles.main}>
            <Basics
              document={document}
              onChange={draft.change}
              isReadOnly={!mayWrite}
              {...(props.id === undefined ? { id, onId: setOwnId } : {})}
            />
            <WhoPanel
              document={document}
              onChange={draft.change}
              isReadOnly={!mayWrite}
              findings={findings}
              counts={counted.counts}
              isCounting={counted.isOld}
              sentence={counted.sentence}
            />
            {isCounted && (
              <CountBar
                counting={counted}
                limit={limitOf(document)}
                onOpen={() => side.current?.scrollIntoView()}
              />
            )}
          </div>
          <div className={styles.side} ref={side}>
            {isCounted && (
              <EstimatePanel counting={counted} leftOut={counted.leftOut} limit={limitOf(document)} />
            )}
            {props.standing?.live && <Explain id={id} name={props.standing.live.name} />}
          </div>
        </div>
      </Page>
      <Suspense>
        {isPublishing && (
          <PublishDialog
            id={id}
            draft={draft}
            estimate={counted.estimate}
            onClose={() => setPublishing(false)}
            onConflict={save.conflict}
            onPublished={() =>
              void navigate({ to: `/audiences/${encodeURIComponent(id)}` as string, ignoreBlocker: true })
            }
          />
        )}
        {save.isConflict && (
          <ConflictDialog id={id} draft={draft} isNew={props.id === undefined} onClose={save.settle} />
        )}
      </Suspense>
      <LeaveGuard isUnsaved={draft.isUnsaved} />
    </div>
  );
}

/** Why somebody is in the audience that is live, or not; what that takes comes when it is asked for. */
function Explain({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const words = useWords().audienceEdit;
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('people.read')) return null;
  if (!isOpen)
    return (
      <Button
        variant="default"
        h="auto"
        py={8}
        styles={{ label: { whiteSpace: 'normal' } }}
        onClick={() => setOpen(true)}
      >
        {words.explain}
      </Button>
    );
  return (
    <Suspense>
      <ExplainPanel id={id} name={name} />
    </Suspense>
  );
}

/** Fields have an undo of their own while somebody types. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function crumbsOf(audiences: string, id: string | undefined, name: string) {
  const list = { title: audiences, to: '/audiences' };
  return id === undefined
    ? [list]
    : [list, { title: name || id, to: `/audiences/${encodeURIComponent(id)}` }];
}

function limitOf({ rank }: AudienceDoc): number | undefined {
  return typeof rank?.['limit'] === 'number' ? rank['limit'] : undefined;
}

/** Numbers and words of what is written, whichever way it says who. */
function useCounted(document: AudienceDoc) {
  const names = useNames();
  const way = wayOf(document);
  const byCondition = useConditionCount(way === 'condition' ? document.condition : undefined, true);
  const isSet = way === 'set' && !isUnfinished(document.set);
  const bySet = useEstimate(isSet ? { set: document.set, reach: true } : undefined);
  const sentence = useMemo(
    () =>
      names.say(
        way === 'condition' ? byCondition.finished : isSet ? conditionOfSet(document.set) : undefined,
      ),
    [names, way, byCondition.finished, isSet, document.set],
  );
  if (way === 'condition') return { ...byCondition, sentence };
  return { ...bySet, counts: byCondition.counts, leftOut: 0, sentence };
}

function StateLine(props: { readonly draft: Draft; readonly standing: Standing | null }): ReactNode {
  const words = useWords().audienceEdit;
  const who = useWho();
  const { standing, draft } = props;
  return (
    <span className={styles.state}>
      <Chip tone={standing?.state === 'live' ? 'good' : 'plain'}>
        {words.states[standing?.state ?? 'new']}
      </Chip>
      {standing?.live && standing.draft && <Chip tone="accent">{words.hasDraft}</Chip>}
      {draft.isUnsaved && <Chip tone="warn">{words.unsaved}</Chip>}
      {standing && (
        <span>
          {words.changedBy(who(standing.by))} <When time={standing.at} />
        </span>
      )}
    </span>
  );
}
