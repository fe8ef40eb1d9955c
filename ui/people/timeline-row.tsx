import {
  type Icon,
  IconBuildingStore,
  IconDeviceMobile,
  IconMail,
  IconPackage,
  IconPhone,
  IconSettings,
  IconSpeakerphone,
  IconWorld,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode } from 'react';
import { Picture } from '../catalog/picture.tsx';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { usePurposes } from '../privacy/use-purposes.ts';
import { consentChannelText } from './consent-text.ts';
import { eventDetail, productIdsOf } from './event-detail.ts';
import { channelText, eventText } from './event-text.ts';
import styles from './people.module.css';
import { audienceNamesQuery, type TimelineEvent } from './queries.ts';

const PICTURE_PX = 32;

const ICONS: Readonly<Record<string, Icon>> = {
  web: IconWorld,
  app: IconDeviceMobile,
  store: IconBuildingStore,
  order: IconPackage,
  call: IconPhone,
  message: IconMail,
  ad: IconSpeakerphone,
  system: IconSettings,
};

/** One event: when, where, what, about what, how much. Opens the event as it was stored. */
export const TimelineRow = memo(function TimelineRow(props: {
  readonly event: TimelineEvent;
  /** Pictures of products by their ids, as far as the catalogue has them. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly onOpen: (event: TimelineEvent) => void;
}): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const { data: names } = useQuery(audienceNamesQuery);
  const { event } = props;
  const ChannelIcon = ICONS[event.channel] ?? IconWorld;
  const purposes = usePurposes();
  const detail = eventDetail(event, {
    audience: (id) => names?.get(id) ?? id,
    consent: (channel, purpose, state) => {
      const said = { in: words.person.given, true: words.person.given, out: words.person.withdrawn }[state];
      return [consentChannelText(channel, words), purposes.name(purpose), said ?? state].join(' · ');
    },
  });
  return (
    <button type="button" className={styles.event} onClick={() => props.onOpen(event)}>
      <span className="dimmed">{format.minute(event.time)}</span>
      <ChannelIcon size={16} stroke={1.6} aria-label={channelText(event.channel, words)} role="img" />
      <span className={styles.value}>
        {eventText(event.name, words)}
        {detail && (
          <span className="small">
            <br />
            {detail}
          </span>
        )}
      </span>
      <span className={styles.pictures}>
        {productIdsOf(event)
          .filter((id) => props.pictures.has(id))
          .map((id) => (
            <Picture key={id} image={props.pictures.get(id)} size={PICTURE_PX} />
          ))}
      </span>
      <span className="number">{event.revenue === 0 ? '' : format.money(event.revenue)}</span>
    </button>
  );
});
