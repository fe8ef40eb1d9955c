import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { LeaveGuard } from '../../audiences/edit/leave-guard.tsx';
import { newId } from '../../browser.ts';
import { useWords } from '../../language/speech.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useWrong } from '../../parts/use-wrong.tsx';
import { Conflict, isConflict, isOvertaken, type Saved } from '../../versions/conflict.tsx';
import { THEIRS_KEY } from '../../versions/queries.ts';
import { MODEL_KEY } from '../model/queries.ts';
import {
  archive,
  type Finding,
  publish,
  type SetupKind,
  type Standing,
  standingQuery,
} from './definitions.ts';
import styles from './setup.module.css';
import { useFindings } from './use-findings.ts';
import { Versions } from './versions.tsx';

/** Signs of an id that no name makes. */
const SPARE_LENGTH = 8;

/** What the form of a definition is given. */
export interface FormProps<Document extends object> {
  readonly id: string;
  readonly isNew: boolean;
  readonly draft: Document;
  readonly onChange: (draft: Document) => void;
  /** undefined while they are asked. */
  readonly findings: readonly Finding[] | undefined;
  readonly isFixed: boolean;
}

/** Which definition is worked on, and what comes then. */
export interface EditorOf {
  /** undefined: a new one, which gets its id from its draft. */
  readonly id: string | undefined;
  readonly onSaved: (id: string) => Promise<void>;
  readonly onGone: () => Promise<void>;
}

interface EditorProps<Document extends object> extends EditorOf {
  readonly kind: SetupKind;
  readonly blank: Document;
  /** The id of a new one; empty where nothing in it makes one. */
  readonly idOf: (draft: Document) => string;
  /** What is missing beside the fields that are required, in a sentence. */
  readonly missing?: (draft: Document) => string | undefined;
  readonly children: (form: FormProps<Document>) => ReactNode;
}

/** Works on one definition: a draft in this browser, what is wrong with it, saving, versions, taking it out of use. */
export function Editor<Document extends object>(props: EditorProps<Document>): ReactNode {
  const { kind, id } = props;
  const query = useQuery({ ...standingQuery(kind, id ?? ''), enabled: id !== undefined });
  if (id === undefined) return <Draft {...props} standing={{ document: undefined, version: 0 }} />;
  return (
    <Loaded query={query}>
      {(standing) => <Draft key={standing.version} {...props} standing={standing} />}
    </Loaded>
  );
}

function Draft<Document extends object>(
  props: EditorProps<Document> & { readonly standing: Standing },
): ReactNode {
  const { setup: words, analysis } = useWords();
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  const isFixed = !may('analytics.write') || !may('definitions.write');
  const { kind, id, blank, idOf, missing, standing, children } = props;
  const { check, right, forget, faults } = useWrong();
  const around = useRef<HTMLDivElement>(null);
  const [isTried, setTried] = useState(false);
  const [spare] = useState(() => `${kind}-${newId().slice(0, SPARE_LENGTH)}`);
  const saved = (standing.document as Document | undefined) ?? blank;
  const [draft, setDraft] = useState(saved);
  // Names without a Latin letter make no id.
  const own = id ?? (idOf(draft) || spare);
  const isNameless = 'name' in draft && draft.name === '';
  const findings = useFindings(kind, own, draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const isWrong = findings?.some(({ severity }) => severity === 'error') ?? true;
  const { save, remove, anew } = useChanges(props, own, standing);
  const lacking = missing?.(draft);
  const lacks = isTried ? lacking : undefined;
  const trySave = (): void => {
    setTried(true);
    if (around.current && check(around.current) && lacking === undefined)
      save.mutate({ document: draft, base: standing.version });
  };
  const take = (whole: Document): void => {
    setDraft(whole);
    setTried(false);
    forget();
  };
  return (
    <div ref={around} className={styles.editor} onChange={(event) => right(event.target)}>
      <LeaveGuard isUnsaved={isChanged && !save.isPending && !remove.isPending} />
      {children({
        id: isNameless ? '' : own,
        isNew: standing.version === 0,
        draft,
        onChange: setDraft,
        findings,
        isFixed,
      })}
      {!isFixed && (
        <Group gap="xs" className={styles.bar}>
          {/* It is not disabled for what is missing: nobody would know why. */}
          <Button
            size="xs"
            disabled={!isChanged || (isWrong && lacking === undefined)}
            loading={save.isPending}
            onClick={trySave}
          >
            {words.save}
          </Button>
          <Button size="xs" variant="default" disabled={!isChanged} onClick={() => take(saved)}>
            {words.revert}
          </Button>
          {isChanged && <span className={styles.unsaved}>{words.unsaved}</span>}
          {lacks !== undefined && (
            <span role="alert" className={styles.lacks}>
              {lacks}
            </span>
          )}
          {standing.version > 0 && (
            <Button size="xs" variant="subtle" color="red" ml="auto" onClick={() => setAsked(true)}>
              {words.archive}…
            </Button>
          )}
        </Group>
      )}
      {standing.version > 0 && isOvertaken(save) && (
        <Conflict
          {...{ kind, id: own, base: standing.version, isBusy: save.isPending }}
          onKeep={(base) => save.mutate({ document: draft, base, isOver: true })}
          onTake={() => void anew()}
        />
      )}
      {isAsked && (
        <ConfirmDialog
          title={analysis.archiveTitle('name' in saved && typeof saved.name === 'string' ? saved.name : own)}
          verb={words.archive}
          isBusy={remove.isPending}
          error={remove.error}
          onReload={() => void anew()}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsked(false)}
        >
          {analysis.archiveWhat}
        </ConfirmDialog>
      )}
      {faults}
      {standing.version > 0 && id !== undefined && (
        <Versions
          kind={kind}
          id={id}
          onTake={isFixed ? undefined : (document) => take(document as Document)}
        />
      )}
    </div>
  );
}

function useChanges<Document extends object>(props: EditorProps<Document>, id: string, standing: Standing) {
  const words = useWords().setup;
  const queries = useQueryClient();
  const { kind, onSaved, onGone } = props;
  const anew = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['analysis', 'setup', kind] });
    await queries.invalidateQueries({ queryKey: MODEL_KEY });
  };
  const onError = (error: Error): void => {
    const isOld = isConflict(error);
    if (isOld && standing.version > 0) return void queries.invalidateQueries({ queryKey: THEIRS_KEY });
    const message = isOld ? words.taken : error.message;
    notifications.show({ color: 'red', title: words.notSaved, message });
  };
  const save = useMutation({
    mutationFn: ({ document, base }: Saved<Document>) => publish(kind, id, document, base),
    onSuccess: async () => {
      await anew();
      notifications.show({ message: words.saved });
      await onSaved(id);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => archive(kind, id, standing.version),
    onSuccess: async () => {
      await anew();
      notifications.show({ message: words.archived });
      await onGone();
    },
  });
  return { save, remove, anew };
}
