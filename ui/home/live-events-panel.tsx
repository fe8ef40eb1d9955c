import { Button, Text, TextInput } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { type LiveEvent, useLiveEvents } from '../live/use-live-events.ts';
import { Chip } from '../parts/chip.tsx';
import { Empty } from '../parts/empty.tsx';
import { Panel } from '../parts/panel.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { channelText, eventText } from '../people/event-text.ts';
import { useFilter } from '../settings/use-filter.ts';
import styles from './home.module.css';

const ROWS = 14;

/** What happens now: rate, pause, filter; a row opens its person. */
export function LiveEventsPanel(props: {
  /** As the address says it. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}): ReactNode {
  const words = useWords();
  const home = words.home;
  const format = useFormat();
  const [isPaused, setPaused] = useState(false);
  const [{ filter }, , change] = useFilter({ filter: props.filter }, (next) => props.onFilter(next.filter));
  const { events, rate, droppedCount } = useLiveEvents(isPaused);
  const wanted = filter.trim().toLowerCase();
  const shown = events
    .filter((event) => wanted === '' || textsOf(event).some((text) => text.toLowerCase().includes(wanted)))
    .slice(0, ROWS);

  function textsOf({ name, channel, source }: LiveEvent): string[] {
    return [name, eventText(name, words.people), channelText(channel, words.people), source];
  }

  return (
    <Panel
      title={home.live}
      className={styles.live}
      note={<Chip tone="accent">{home.rate(format.number(Math.round(rate * 10) / 10))}</Chip>}
      actions={
        <div className={styles.tools}>
          <TextInput
            size="xs"
            w={{ base: 180, sm: 250 }}
            placeholder={home.filter}
            aria-label={home.filter}
            value={filter}
            onChange={(event) => change({ filter: event.currentTarget.value })}
          />
          <Button
            size="xs"
            variant="default"
            leftSection={
              isPaused ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />
            }
            onClick={() => setPaused(!isPaused)}
          >
            {isPaused ? home.resume : home.pause}
          </Button>
        </div>
      }
    >
      {droppedCount > 0 && (
        <Text size="xs" c="dimmed">
          {home.dropped(format.number(droppedCount))}
        </Text>
      )}
      {/* Readers are not told of every event: a busy shop would never let them finish a sentence. */}
      <div role="log" aria-live="off" aria-label={home.live} className={styles.scroll}>
        {shown.length === 0 ? (
          <Empty why={events.length === 0 ? home.quiet : home.noMatch} />
        ) : (
          <PlainTable
            heads={[
              home.time,
              home.event,
              { text: home.channel, className: styles.optional },
              { text: home.source, className: styles.optional },
              home.person,
            ]}
          >
            {shown.map((event) => (
              <Row key={event.place} event={event} />
            ))}
          </PlainTable>
        )}
      </div>
    </Panel>
  );
}

function Row({ event }: { readonly event: LiveEvent }): ReactNode {
  const words = useWords();
  const format = useFormat();
  return (
    <tr>
      <td className="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {format.clock(event.time)}
      </td>
      <td title={event.name}>{eventText(event.name, words.people)}</td>
      <td className={styles.optional}>{channelText(event.channel, words.people)}</td>
      <td className={styles.optional}>{event.source}</td>
      <td>
        <Link
          to="/people/$id"
          params={{ id: String(event.person) }}
          className="mono"
          aria-label={words.home.openPerson(String(event.person))}
        >
          {String(event.person)}
        </Link>
      </td>
    </tr>
  );
}
