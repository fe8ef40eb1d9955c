import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './conditions.module.css';
import { DragContext } from './drag-context.ts';
import { type Editor, EditorContext, type PartCount, ReadOnlyContext } from './editor-context.ts';
import { faultsByPart, type PlacedFinding } from './faults.ts';
import { GroupBox } from './group-box.tsx';
import { isSame } from './model/json.ts';
import { move } from './model/moves.ts';
import { conditionOf, type GroupNode, placesOf, treeOf } from './model/tree.ts';
import { Start } from './start.tsx';
import { UndoRedo } from './undo-redo.tsx';
import { useDragState } from './use-drag-state.ts';
import { useHistory } from './use-history.ts';
import { useNames } from './use-names.ts';

/** What a condition editor is given. It knows nothing of audiences: segments and eligibility use it too. */
export interface ConditionEditorProps {
  /** The condition, or one that is not filled in yet; undefined asks nothing. What the controls cannot show stays as it is. */
  readonly value: unknown;
  /** Gives the whole condition after each edit. It may not be filled in yet: then the server refuses it, and `finishedCondition` helps. */
  readonly onChange: (value: unknown) => void;
  /** What is wrong, by JSON pointer within the condition; shown where it is. */
  readonly findings?: readonly PlacedFinding[];
  /** People by part, by JSON pointer within the condition: see `useConditionCount`. */
  readonly counts?: ReadonlyMap<string, PartCount>;
  /** The counts are those of before. */
  readonly isCounting?: boolean;
  readonly isReadOnly?: boolean;
  /** Undo and redo by buttons and Ctrl Z; a page with a history of its own turns it off. */
  readonly hasHistory?: boolean;
  /** Under the empty editor: who it is to be. */
  readonly startTitle?: string;
}

const NO_COUNTS: ReadonlyMap<string, PartCount> = new Map();
const NO_FINDINGS: readonly PlacedFinding[] = [];

/** Edits a condition of the condition language: all of it, by controls, menus, drag or keyboard. */
export function ConditionEditor(props: ConditionEditorProps): ReactNode {
  const { value, findings = NO_FINDINGS, counts = NO_COUNTS, isCounting = false, isReadOnly = false } = props;
  const words = useWords().conditions;
  const names = useNames();
  const history = useHistory(value, props.onChange);
  const { root, change, newId } = useTree(value, history.change);
  const [said, setSaid] = useState('');
  const { frame, focus } = useFocusOf();
  const editor = useMemo((): Editor => {
    const places = placesOf(root);
    return {
      ...{ root, newId, focus, isCounting, isReadOnly },
      act(edit, text = '') {
        setSaid(text);
        change(edit(root));
      },
      counts: new Map([...places].flatMap(([id, at]) => (counts.has(at) ? [[id, counts.get(at)!]] : []))),
      faults: faultsByPart(root, places, findings),
      say: (part) => names.say(part) ?? words.group,
    };
  }, [root, newId, focus, isCounting, isReadOnly, change, counts, findings, names, words]);
  const drag = useDragState((id, to) => editor.act((tree) => move(tree, id, to), words.moved));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (props.hasHistory === false || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z')
      return;
    event.preventDefault();
    if (event.shiftKey) history.redo();
    else history.undo();
  };
  return (
    <EditorContext value={editor}>
      <ReadOnlyContext value={isReadOnly}>
        <DragContext value={drag}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside buttons that do the same. */}
          <div ref={frame} className={styles.editor} onKeyDown={onKeyDown}>
            {props.hasHistory !== false && !isReadOnly && <UndoRedo history={history} />}
            {root.parts.length === 0 && <Start title={props.startTitle ?? words.startTitle} />}
            <GroupBox node={root} />
            <div className="visually-hidden" role="status">
              {said}
            </div>
          </div>
        </DragContext>
      </ReadOnlyContext>
    </EditorContext>
  );
}

/** The condition as a tree whose parts keep their ids; a value from outside is taken over where it says something else. */
function useTree(value: unknown, onChange: (value: unknown) => void) {
  const prefix = useId();
  const counter = useRef(0);
  const [newId] = useState(() => () => `${prefix}${counter.current++}`);
  const [state, setState] = useState<{ readonly root: GroupNode; readonly value: unknown }>(() => ({
    root: treeOf(value, newId),
    value,
  }));
  let { root } = state;
  if (state.value !== value && !isSame(state.value, value)) {
    root = treeOf(value, newId, state.root);
    setState({ root, value });
  }
  const [change] = useState(() => {
    const emit = { current: onChange };
    return Object.assign(
      (next: GroupNode): void => {
        const said = conditionOf(next);
        setState({ root: next, value: said });
        emit.current(said);
      },
      { emit },
    );
  });
  change.emit.current = onChange;
  return { root, change, newId };
}

/** Puts the focus on a part once it is there: on what is to be filled in first, else on its handle. */
function useFocusOf() {
  const frame = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (!wanted) return;
    const handle = frame.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(wanted.id)}"]`);
    // An open menu gives the focus back first.
    const timer = setTimeout(() => handle?.focus(), 0);
    return () => clearTimeout(timer);
  }, [wanted]);
  const [focus] = useState(() => (id: string) => setWanted({ id }));
  return { frame, focus };
}
