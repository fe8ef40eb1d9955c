import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { OwnScope, QuestionPart } from '../document.ts';
import { changePart, type Place } from '../edit.ts';
import { type From, type Scope, stable } from '../inherit.ts';
import { useNames } from '../model/use-names.ts';
import { compareText, rangeText } from '../range/range-text.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { filterText } from './filter-text.ts';
import styles from './frame.module.css';

/** What a part is about besides what everything around it is: its own range, and every segment and filter with where it was said. All can be taken away from this part alone. */
export function ScopeChips({ place, scope }: { readonly place: Place; readonly scope: Scope }): ReactNode {
  const words = useWords().analysis;
  const format = useFormat();
  const names = useNames();
  const { change, isFixed } = useWorkbench();
  const edit = (next: (part: QuestionPart) => QuestionPart): void =>
    change(changePart(place, (part) => ('query' in part ? next(part) : part)));
  const chips: ReactNode[] = [];
  const add = (
    kind: string,
    text: string,
    from: From<unknown>['from'],
    remove: (part: QuestionPart) => QuestionPart,
  ): void => {
    const whole = from === 'part' ? text : words.from(text, words.origins[from]);
    chips.push(
      <ScopeChip
        key={`${kind} ${from} ${text}`}
        kind={kind}
        text={text}
        {...(from === 'part' ? {} : { origin: words.origins[from] })}
        removeLabel={words.takeAway(whole)}
        {...(isFixed ? {} : { onRemove: () => edit(remove) })}
      />,
    );
  };
  if (scope.range.from === 'part')
    add('range', rangeText(scope.range.value, words.ranges, format), 'part', (part) =>
      withoutOwn(part, 'range'),
    );
  if (scope.compare?.from === 'part')
    add('compare', compareText(scope.compare.value, words.ranges, format), 'part', (part) =>
      withoutOwn(part, 'compare'),
    );
  for (const { value, from } of scope.segments)
    add('segment', names.segment(value) ?? words.aCondition, from, (part) =>
      leaveAside(part, 'segments', value, from),
    );
  for (const { value, from } of scope.filters)
    add('filter', filterText(value, names, words), from, (part) => leaveAside(part, 'filters', value, from));
  return chips.length === 0 ? null : <div className={styles.chips}>{chips}</div>;
}

/** One chip: its colour by kind, its text, whence it comes, and a button that takes it away. */
export function ScopeChip(props: {
  readonly kind: string;
  readonly text: string;
  readonly origin?: string;
  readonly removeLabel: string;
  readonly onRemove?: () => void;
}): ReactNode {
  return (
    <span className={styles.chip} data-kind={props.kind} style={props.onRemove ? {} : { paddingRight: 8 }}>
      <span className="ellipsis">{props.text}</span>
      {props.origin && <span className={styles.origin}>{props.origin}</span>}
      {props.onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={props.removeLabel}
          title={props.removeLabel}
          onClick={props.onRemove}
        >
          <IconX size={13} aria-hidden />
        </button>
      )}
    </span>
  );
}

function withoutOwn(part: QuestionPart, field: 'range' | 'compare'): QuestionPart {
  const { [field]: _, ...query } = part.query as OwnScope;
  return { ...part, query };
}

/** Own things are taken out of the query; what is inherited is left aside by this part. */
function leaveAside(
  part: QuestionPart,
  field: 'segments' | 'filters',
  value: unknown,
  from: From<unknown>['from'],
): QuestionPart {
  if (from === 'part') {
    const own = part.query as OwnScope;
    const left = (own[field] ?? []).filter((each) => stable(each) !== stable(value));
    return { ...part, query: { ...own, [field]: left } };
  }
  const without = part.without ?? {};
  return { ...part, without: { ...without, [field]: [...(without[field] ?? []), value as never] } };
}
