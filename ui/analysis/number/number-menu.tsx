import { Menu, Portal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, type ReactNode, Suspense, useLayoutEffect, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import type { Filter } from '../api-types.ts';
import type { QuestionPart } from '../document.ts';
import type { Place } from '../edit.ts';
import { partTitle } from '../frame/part-name.ts';
import type { Drawn } from '../frame/use-answer.ts';
import { useExport } from '../frame/use-export.ts';
import { useReading } from '../frame/use-reading.ts';
import { canCompare, queryWith } from '../inherit.ts';
import type { AnyPartKind, Opened } from '../part-kind.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { BreakDown } from './break-down.tsx';
import type { NumberPlace } from './number-queries.ts';
import { OpenedId } from './opened-id.tsx';
import { OtherDimension } from './other-dimension.tsx';
import { useNumber } from './use-number.ts';

const PeopleSheet = lazy(async () => ({ default: (await import('./people-sheet.tsx')).PeopleSheet }));
const EventsSheet = lazy(async () => ({ default: (await import('./events-sheet.tsx')).EventsSheet }));
const AudienceDialog = lazy(async () => ({
  default: (await import('./audience-dialog.tsx')).AudienceDialog,
}));

/** What is shown of the number, after the menu has closed. */
type Shown = 'menu' | 'people' | 'events' | 'audience' | 'dimension';

interface NumberProps {
  readonly opened: Opened;
  readonly anchor: Element;
  readonly place: Place;
  readonly part: QuestionPart;
  readonly kind: AnyPartKind;
  readonly drawn: Drawn;
  readonly onClose: () => void;
}

/** What can be done with a number: keep to it, leave it out, break it down, compare, see who is behind it, take it along. */
export function NumberMenu(props: NumberProps): ReactNode {
  const words = useWords().analysis.number;
  const { opened, place, part, onClose } = props;
  const at = useEdge(props.anchor);
  const [shown, setShown] = useState<Shown>('menu');
  const behind = placeOf(props);
  const act = useNumber(place, part, opened, behind);
  const name = `${opened.name}: ${opened.value}`;
  const breakDown = (dimension: string): void => {
    onClose();
    void act.breakDown(dimension);
  };
  if (shown === 'dimension')
    return (
      <OtherDimension title={`${words.breakDown} · ${opened.name}`} onPick={breakDown} onClose={onClose} />
    );
  if (shown !== 'menu' && behind)
    return (
      <Suspense>
        {shown === 'people' && <PeopleSheet place={behind} title={name} onClose={onClose} />}
        {shown === 'events' && <EventsSheet place={behind} title={name} onClose={onClose} />}
        {shown === 'audience' && <AudienceDialog place={behind} name={opened.name} onClose={onClose} />}
      </Suspense>
    );
  return (
    <Portal>
      <Menu opened onClose={onClose} closeOnItemClick={false} position="bottom-start" width={280} returnFocus>
        <Menu.Target>
          <span style={{ position: 'absolute', ...at }} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown aria-label={words.menu}>
          <Menu.Label>
            {name}
            <OpenedId {...opened} />
          </Menu.Label>
          <BehindItems {...props} isKnown={behind !== undefined} onShow={setShown} />
          <ScopeItems
            {...props}
            isKnown={behind !== undefined}
            act={act}
            onBreakDown={breakDown}
            onShow={setShown}
          />
          {opened.more && opened.more.length > 0 && (
            <>
              <Menu.Divider />
              {opened.more.map(({ label, onClick }) => (
                <Menu.Item
                  key={label}
                  onClick={() => {
                    onClose();
                    onClick();
                  }}
                >
                  {label}
                </Menu.Item>
              ))}
            </>
          )}
          <Menu.Divider />
          <TakeItems {...props} />
        </Menu.Dropdown>
      </Menu>
    </Portal>
  );
}

type ItemsProps = NumberProps & {
  /** The server knows who is behind it. */
  readonly isKnown: boolean;
  readonly onShow: (shown: Shown) => void;
};

/** Who and what is behind it. */
function BehindItems({ opened, isKnown, onShow }: ItemsProps): ReactNode {
  const words = useWords().analysis.number;
  const may = useMay();
  if (!isKnown) return null;
  return (
    <>
      {may('people.read') && (
        <>
          <Menu.Item onClick={() => onShow('people')}>{words.people}</Menu.Item>
          {!opened.isWithoutEvents && <Menu.Item onClick={() => onShow('events')}>{words.events}</Menu.Item>}
        </>
      )}
      {may('audiences.write') && (
        <Menu.Item onClick={() => onShow('audience')}>{words.makeAudience}</Menu.Item>
      )}
    </>
  );
}

/** What keeps to it, leaves it out, breaks it down or compares it. */
function ScopeItems(
  props: ItemsProps & {
    readonly act: ReturnType<typeof useNumber>;
    readonly onBreakDown: (dimension: string) => void;
  },
): ReactNode {
  const words = useWords().analysis;
  const say = words.number;
  const { opened, isKnown, kind, act, onShow, onClose } = props;
  const { filter } = opened;
  if (useWorkbench().isFixed) return null;
  const done = (change: () => void) => () => {
    onClose();
    change();
  };
  const keep = (test: Extract<Filter, { text: unknown }>['text'], where: 'part' | 'panel' = 'part') =>
    done(() => filter && act.filter({ dimension: filter.dimension, text: test }, where));
  const comparisons = [
    { label: words.ranges.previous, compare: 'previous' },
    { label: words.ranges.yearBefore, compare: 'year-before' },
    { label: words.ranges.none, compare: undefined },
  ] as const;
  return (
    <>
      {(filter || isKnown || opened.onBreakDown) && <Menu.Divider />}
      {filter && filter.value !== '' && (
        <>
          <Menu.Item onClick={keep({ is: filter.value })}>{say.keep}</Menu.Item>
          <Menu.Item onClick={keep({ is: filter.value }, 'panel')}>{say.keepInPanel}</Menu.Item>
        </>
      )}
      {filter && (
        <Menu.Item onClick={keep(filter.value === '' ? { like: '?*' } : { isNot: filter.value })}>
          {say.exclude}
        </Menu.Item>
      )}
      {isKnown && <Menu.Item onClick={done(() => void act.keepPeople())}>{say.keepPeople}</Menu.Item>}
      {(opened.onBreakDown || isKnown) && (
        <BreakDown label={say.breakDown} onPick={props.onBreakDown} onOther={() => onShow('dimension')} />
      )}
      {canCompare(kind.question) && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{words.comparison}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {comparisons.map(({ label, compare }) => (
              <Menu.Item key={label} onClick={done(() => act.compare(compare))}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
    </>
  );
}

/** What takes it along: the number as text, the rows around it as a file. */
function TakeItems({ opened, part, kind, drawn, onClose }: NumberProps): ReactNode {
  const words = useWords().analysis;
  const reading = useReading(drawn.asked.range);
  const exported = useExport();
  return (
    <>
      {(kind.csv || kind.question === 'table') && (
        <Menu.Item
          onClick={() => {
            onClose();
            void exported.csv(partTitle(part, kind, reading), kind, reading, drawn);
          }}
        >
          {words.csv}
        </Menu.Item>
      )}
      <Menu.Item
        onClick={() => {
          onClose();
          void navigator.clipboard.writeText(opened.value);
          notifications.show({ message: words.number.copied(opened.value) });
        }}
      >
        {words.number.copy}
      </Menu.Item>
    </>
  );
}

/** The lower edge of an element on the page. */
function useEdge(anchor: Element): { left: number; top: number; width: number; height: number } {
  const [at, setAt] = useState({ left: 0, top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      const { left, top, width, height } = anchor.getBoundingClientRect();
      setAt({ left: left + window.scrollX, top: top + window.scrollY, width, height });
    };
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [anchor]);
  return at;
}

/** How the server names the number, if there is somebody behind it. */
function placeOf({ opened, kind, drawn }: NumberProps): NumberPlace | undefined {
  if (!opened.cell) return undefined;
  const { id, query } = opened.question ?? { id: kind.question, query: drawn.query };
  return { question: id, query: queryWith(query, drawn.asked), cell: opened.cell };
}
