import { ActionIcon, Button } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsReadOnly } from '../editor-context.ts';
import type { PickItem } from '../inputs/pick-search.ts';
import { Picker, PickFrame } from '../inputs/picker.tsx';
import { type Doc, isDoc, replaced, withKeys, without } from '../model/json.ts';
import { splitField, useEventItems, useFieldGroups, useFieldTest } from '../use-choices.ts';
import { useNames } from '../use-names.ts';
import { Drop } from './drop.tsx';
import { FilterRow } from './filter-row.tsx';

/** The names of events that a matcher asks for. */
export function eventsOf(matcher: Doc): string[] {
  const { event } = matcher;
  return (Array.isArray(event) ? event : [event]).filter((name) => typeof name === 'string');
}

/** Which events: one name or several. */
export function EventsControl(props: {
  readonly matcher: Doc;
  readonly onChange: (matcher: Doc) => void;
  readonly at: string;
}): ReactNode {
  const words = useWords().conditions;
  const names = useNames();
  const isReadOnly = useIsReadOnly();
  const { matcher, onChange, at } = props;
  const events = eventsOf(matcher);
  const items = useEventItems();
  const groups = [{ title: words.pick.events, items }];
  const set = (list: readonly string[]): void =>
    onChange({ ...matcher, event: list.length === 1 ? list[0] : list });
  const other = (name: string): PickItem => ({ value: name, label: name });
  return (
    <>
      {(events.length === 0 ? [''] : events).map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one choice from the next.
        <span key={i} className={styles.together}>
          {i > 0 && <span className={styles.joint}>{words.or2}</span>}
          <Picker
            label={words.event}
            shown={event === '' ? '' : names.event(event)}
            title={event}
            groups={groups}
            other={other}
            at={`${at}/event`}
            onPick={({ value }) => set(replaced(events.length === 0 ? [''] : events, i, value))}
          />
          {events.length > 1 && <Drop label={names.event(event)} onDrop={() => set(without(events, i))} />}
        </span>
      ))}
      {!isReadOnly && !events.includes('*') && !events.includes('') && (
        <PickFrame
          label={words.eventMore}
          groups={groups}
          other={other}
          onPick={({ value }) => set([...new Set([...events, value])])}
          target={
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.eventMore}
              title={words.eventMore}
            >
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
          }
        />
      )}
    </>
  );
}

/** What narrows the events down: tests of their fields and of their products. */
export function FiltersControl(props: {
  readonly matcher: Doc;
  readonly onChange: (matcher: Doc) => void;
  readonly at: string;
}): ReactNode {
  const isReadOnly = useIsReadOnly();
  const { matcher, onChange, at } = props;
  const lists = { where: filtersIn(matcher['where']), products: filtersIn(matcher['products']) };
  const set = (key: 'where' | 'products', list: readonly Doc[]): void =>
    onChange(withKeys(matcher, { [key]: list.length === 0 ? undefined : list }));
  const rows = (['products', 'where'] as const).flatMap((key) =>
    lists[key].map((filter, i) => (
      <FilterRow
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one filter from the next.
        key={`${key}${i}`}
        filter={filter}
        events={eventsOf(matcher)}
        isFirst={i === 0}
        ofProduct={key === 'products'}
        at={`${at}/${key}/${i}`}
        onChange={(changed) => set(key, replaced(lists[key], i, changed))}
        onRemove={() => set(key, without(lists[key], i))}
      />
    )),
  );
  return (
    <>
      {rows}
      {!isReadOnly && (
        <AddFilter events={eventsOf(matcher)} onAdd={(key, filter) => set(key, [...lists[key], filter])} />
      )}
    </>
  );
}

function filtersIn(value: unknown): Doc[] {
  return Array.isArray(value) ? value.filter(isDoc) : [];
}

function AddFilter(props: {
  readonly events: readonly string[];
  readonly onAdd: (key: 'where' | 'products', filter: Doc) => void;
}): ReactNode {
  const words = useWords().conditions;
  const groups = useFieldGroups(props.events, ['product', 'property', 'catalogue', 'origin', 'context']);
  const testOf = useFieldTest(props.events);
  return (
    <div>
      <PickFrame
        label={words.addFilter}
        groups={groups}
        other={(name) => ({ value: `property:${name}`, label: name })}
        onPick={({ value }) => {
          const [of, path] = splitField(value);
          const isOfProduct = of === 'product' || of === 'catalogue';
          props.onAdd(isOfProduct ? 'products' : 'where', { [of]: path, ...testOf(of, path) });
        }}
        target={
          <Button size="compact-xs" variant="subtle" leftSection={<IconFilter size={14} aria-hidden />}>
            {words.addFilter}
          </Button>
        }
      />
    </div>
  );
}
