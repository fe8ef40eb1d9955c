import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { BoundField } from '../inputs/bound-field.tsx';
import { SmallChoice } from '../inputs/choice.tsx';
import { DurationField } from '../inputs/duration-field.tsx';
import { NumberField } from '../inputs/typed-fields.tsx';
import { ZoneField } from '../inputs/zone-field.tsx';
import { type Doc, isDoc, withKeys } from '../model/json.ts';
import { EventsControl } from './matcher-control.tsx';

const KINDS = ['ever', 'last', 'between', 'calendar', 'since'] as const;
type Kind = (typeof KINDS)[number];
const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

function kindOf(window: unknown): Kind {
  if (!isDoc(window)) return 'ever';
  if ('last' in window) return 'last';
  if ('calendar' in window) return 'calendar';
  return 'since' in window ? 'since' : 'between';
}

const NEW: Readonly<Record<Kind, Doc | undefined>> = {
  ever: undefined,
  last: { last: '30d' },
  between: { from: '', to: '' },
  calendar: { calendar: 'month' },
  since: { since: { event: '' } },
};

/** The stretch of time that counts; undefined is ever. */
export function WindowControl(props: {
  readonly window: unknown;
  readonly onChange: (window: Doc | undefined) => void;
  readonly maySince?: boolean;
  readonly at: string;
}): ReactNode {
  const words = useWords().conditions;
  const { onChange, at } = props;
  const window = isDoc(props.window) ? props.window : {};
  const kind = kindOf(props.window);
  const kinds = KINDS.filter((each) => each !== 'since' || props.maySince !== false || kind === 'since');
  return (
    <span className={styles.together}>
      <SmallChoice
        label={words.window}
        value={kind}
        choices={kinds.map((value) => ({ value, label: words.windows[value] }))}
        at={at}
        onChange={(other) => onChange(NEW[other as Kind])}
      />
      {kind === 'last' && (
        <DurationField
          value={String(window['last'])}
          at={`${at}/last`}
          onChange={(last) => onChange({ ...window, last })}
        />
      )}
      {kind === 'between' && <Between window={window} onChange={onChange} at={at} />}
      {kind === 'calendar' && <Calendar window={window} onChange={onChange} at={at} />}
      {kind === 'since' && isDoc(window['since']) && (
        <EventsControl
          matcher={window['since']}
          at={`${at}/since`}
          onChange={(since) => onChange({ ...window, since })}
        />
      )}
    </span>
  );
}

interface WindowProps {
  readonly window: Doc;
  readonly onChange: (window: Doc) => void;
  readonly at: string;
}

function Between({ window, onChange, at }: WindowProps): ReactNode {
  const words = useWords().conditions;
  const text = (key: string): string => (typeof window[key] === 'string' ? window[key] : '');
  // One of the two may be missing; a new window asks for both.
  const change = (key: 'from' | 'to', value: string | undefined): void => {
    const other = key === 'from' ? 'to' : 'from';
    onChange(withKeys(window, { [key]: value, [other]: text(other) || undefined }));
  };
  return (
    <>
      {(['from', 'to'] as const).map((key) => (
        <BoundField
          key={key}
          label={words[key]}
          value={text(key)}
          mayBeInstant
          mayBeEmpty={text(key === 'from' ? 'to' : 'from') !== ''}
          at={`${at}/${key}`}
          onChange={(value) => change(key, value)}
        />
      ))}
      <Zone window={window} onChange={onChange} at={at} />
    </>
  );
}

function Calendar({ window, onChange, at }: WindowProps): ReactNode {
  const words = useWords().conditions;
  const unit = CALENDAR_UNITS.find((each) => each === window['calendar']) ?? 'month';
  const back = typeof window['back'] === 'number' ? window['back'] : 0;
  const choices = CALENDAR_UNITS.flatMap((each) =>
    words.calendar[each].map((label, i) => ({ value: `${each}:${i}`, label })),
  );
  return (
    <>
      {back > 1 && (
        <NumberField
          label={words.calendarBack}
          value={back}
          isWhole
          least={2}
          at={`${at}/back`}
          onChange={(number) => onChange({ ...window, back: number })}
        />
      )}
      <SmallChoice
        label={words.calendarUnit}
        value={`${unit}:${Math.min(2, back)}`}
        choices={choices}
        at={`${at}/calendar`}
        onChange={(value) => {
          const [calendar, steps] = value.split(':');
          const number = Number(steps);
          onChange(
            withKeys(window, {
              calendar,
              back: number === 0 ? undefined : Math.max(number, number === 2 ? back : 0),
            }),
          );
        }}
      />
      <Zone window={window} onChange={onChange} at={at} />
    </>
  );
}

function Zone({ window, onChange, at }: WindowProps): ReactNode {
  return (
    <ZoneField
      value={typeof window['timeZone'] === 'string' ? window['timeZone'] : undefined}
      mayBePersonal={'calendar' in window}
      at={`${at}/timeZone`}
      onChange={(timeZone) => onChange(withKeys(window, { timeZone }))}
    />
  );
}
