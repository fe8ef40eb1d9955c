import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { SideSheet } from '../parts/side-sheet.tsx';
import { Snippet } from '../parts/snippet.tsx';
import { eventText } from './event-text.ts';
import type { TimelineEvent } from './queries.ts';

/** An event as it was stored. */
export function RawEvent(props: { readonly event: TimelineEvent; readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const format = useFormat();
  const { event } = props;
  return (
    <SideSheet onClose={props.onClose} title={eventText(event.name, words.people)}>
      <p className="small">
        {format.moment(event.time)} · {event.source}
      </p>
      <Snippet code={JSON.stringify(event, null, 2)} label={words.people.person.raw} isTall />
    </SideSheet>
  );
}
