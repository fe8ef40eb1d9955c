import { type ReactNode, Suspense, useCallback, useId, useMemo, useRef } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorBoundary } from '../../parts/error-boundary.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Lines, Loaded } from '../../parts/loaded.tsx';
import { lookOf, type Panel, type QuestionPart } from '../document.ts';
import { changePart } from '../edit.ts';
import { askedOf, scopeOf } from '../inherit.ts';
import type { ComponentKind } from '../model/component.ts';
import { useDrop } from '../model/use-drop.ts';
import type { AnyPartKind } from '../part-kind.ts';
import { kindOf } from '../part-kinds.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { Doubts } from './doubts.tsx';
import { Drawing, Shape } from './drawing.tsx';
import { withComponent } from './drop-on-part.ts';
import styles from './frame.module.css';
import { Grip } from './grip.tsx';
import { PartMenu } from './part-menu.tsx';
import { PartTitle } from './part-title.tsx';
import { ScopeChips } from './scope-chips.tsx';
import { useAnswer } from './use-answer.ts';
import { useNear } from './use-near.ts';
import { useReading } from './use-reading.ts';

type Query = Record<string, unknown>;

const DROPPED: readonly ComponentKind[] = ['dimension', 'value', 'metric', 'segment', 'range'];

/** A question of a panel: title, what it is about, drawing, caption, menu. */
export function PartCard(props: { readonly panel: Panel; readonly part: QuestionPart }): ReactNode {
  const words = useWords();
  const kind = kindOf(props.part);
  if (kind) return <KnownPart {...props} kind={kind} />;
  return (
    <section className={styles.card} aria-label={props.part.title ?? props.part.question}>
      <Failure error={new Error(words.analysis.unknownPart(props.part.view ?? props.part.question))} />
    </section>
  );
}

function KnownPart(props: {
  readonly panel: Panel;
  readonly part: QuestionPart;
  readonly kind: AnyPartKind;
}): ReactNode {
  const { panel, part, kind } = props;
  const words = useWords();
  const { workspace, isFixed, change } = useWorkbench();
  const place = useMemo(() => ({ panel: panel.id, part: part.id }), [panel.id, part.id]);
  const scope = scopeOf(workspace, panel, part);
  const asked = askedOf(scope);
  const reading = useReading(asked.range);
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const isNear = useNear(card);
  const isReady = kind.isReady?.(part.query) ?? true;
  const room = { minHeight: lookOf(part).height ?? kind.height };
  const key = `${panel.id}/${part.id}`;
  const { result, queryKey } = useAnswer({
    key,
    question: kind.question,
    query: part.query,
    asked,
    isReady: isReady && isNear,
  });
  const onQuery = useCallback(
    (next: (query: Query) => Query) =>
      change(
        changePart(place, (found) => ('query' in found ? { ...found, query: next(found.query) } : found)),
      ),
    [change, place],
  );
  const { isOver, props: drop } = useDrop(isFixed ? [] : DROPPED, (component) =>
    change(changePart(place, (found) => ('query' in found ? withComponent(found, kind, component) : found))),
  );
  const drawn = result.data;
  return (
    <section ref={card} className={styles.card} aria-labelledby={titleId} data-over={isOver} {...drop}>
      <header className={styles.head}>
        <div className={styles.headLeft}>
          {!isFixed && <Grip place={place} />}
          <PartTitle id={titleId} place={place} part={part} kind={kind} reading={reading} />
        </div>
        <PartMenu
          place={place}
          panel={panel}
          part={part}
          kind={kind}
          drawn={drawn}
          card={card}
          reading={reading}
        />
      </header>
      <ScopeChips place={place} scope={scope} />
      <ErrorBoundary>
        {isReady && !isNear && <div style={room} />}
        {isReady && isNear && (
          <Loaded query={result} queryKey={queryKey} skeleton={<Shape room={room} />}>
            {(found) => (
              <>
                <Doubts about={found.about} />
                {kind.isEmpty?.(found.answer) && <Empty why={words.analysis.states.empty} />}
                <Drawing
                  kind={kind}
                  part={part}
                  drawn={found}
                  partKey={key}
                  onQuery={onQuery}
                  place={place}
                  room={room}
                />
              </>
            )}
          </Loaded>
        )}
        {!isReady && kind.Setup && (
          <Suspense fallback={<Lines count={3} />}>
            <kind.Setup query={part.query} asked={asked} isFixed={isFixed} id={key} onQuery={onQuery} />
          </Suspense>
        )}
      </ErrorBoundary>
      {drawn && isReady && (
        <p className={styles.caption}>{kind.caption({ ...reading }, drawn.query, drawn.answer)}</p>
      )}
    </section>
  );
}
