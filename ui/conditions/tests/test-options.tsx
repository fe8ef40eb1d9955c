import { ActionIcon, Button } from '@mantine/core';
import { IconLetterCase } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useIsReadOnly } from '../editor-context.ts';
import { ZoneField } from '../inputs/zone-field.tsx';
import { type Doc, isDoc, withKeys } from '../model/json.ts';

/** Of these operators it matters where a day begins. */
const OF_DAYS = ['before', 'after', 'on', 'anniversary', 'fullYears'];
/** Of these the 29th of February. */
const OF_YEARS = ['anniversary', 'fullYears'];

/** What changes how a test is read: capital letters, time zone, the 29th of February. */
export function TestOptions(props: {
  readonly part: Doc;
  readonly onChange: (part: Doc) => void;
  readonly at: string;
}): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const { part, onChange, at } = props;
  const { text, date } = part;
  if (isDoc(text)) {
    const ignoreCase = text['ignoreCase'] === true;
    return (
      <ActionIcon
        size={24}
        variant={ignoreCase ? 'light' : 'subtle'}
        color={ignoreCase ? 'teal' : 'gray'}
        aria-label={words.ignoreCase}
        aria-pressed={ignoreCase}
        title={words.ignoreCase}
        disabled={isReadOnly}
        onClick={() =>
          onChange({ ...part, text: withKeys(text, { ignoreCase: ignoreCase ? undefined : true }) })
        }
      >
        <IconLetterCase size={14} aria-hidden />
      </ActionIcon>
    );
  }
  if (!isDoc(date)) return null;
  const set = (change: Doc): void => onChange({ ...part, date: withKeys(date, change) });
  const isMarch = date['leapDay'] === '03-01';
  const has = (keys: readonly string[]): boolean => keys.some((key) => date[key] !== undefined);
  return (
    <>
      {(has(OF_DAYS) || date['timeZone'] !== undefined) && (
        <ZoneField
          value={typeof date['timeZone'] === 'string' ? date['timeZone'] : undefined}
          mayBePersonal
          at={`${at}/date/timeZone`}
          onChange={(timeZone) => set({ timeZone })}
        />
      )}
      {(has(OF_YEARS) || date['leapDay'] !== undefined) && (
        <Button
          size="compact-xs"
          variant={isMarch ? 'light' : 'subtle'}
          color={isMarch ? 'teal' : 'gray'}
          aria-pressed={isMarch}
          title={words.leapDay}
          disabled={isReadOnly}
          onClick={() => set({ leapDay: isMarch ? undefined : '03-01' })}
        >
          {words.leapDays}
        </Button>
      )}
    </>
  );
}
