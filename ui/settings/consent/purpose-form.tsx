import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { LANGUAGES, type Language } from '../../language/language.ts';
import { useSpeech, useWords } from '../../language/speech.tsx';
import { Chip } from '../../parts/chip.tsx';
import { consentChannelText } from '../../people/consent-text.ts';
import { CONSENT_CHANNELS, type Purpose } from '../../privacy/use-purposes.ts';
import styles from '../settings.module.css';

/** How events may name a purpose. */
const KEY = '[a-zA-Z0-9 _.\\-]{1,64}';

/** One purpose: what it is called, where it is asked for, and what counts of somebody who said nothing. */
export function PurposeForm(props: {
  readonly purpose: Purpose;
  /** It stands in a published version: it is retired, not removed. */
  readonly isPublished: boolean;
  readonly isOpen: boolean;
  readonly onChange: (part: Partial<Purpose>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const words = useWords();
  const { language } = useSpeech();
  const text = words.settings.consent;
  const { purpose, onChange } = props;
  // It stays as the reader opens and closes it.
  const [isOpenAtFirst] = useState(props.isOpen);
  const isRetired = purpose.state === 'retired';
  const channels = purpose.channels.map((channel) => consentChannelText(channel, words.people));
  return (
    <details className={styles.fold} open={isOpenAtFirst}>
      <summary>
        <b>{purpose.translations?.[language]?.name ?? purpose.name}</b>{' '}
        <span className="small">
          {purpose.key} · {channels.join(', ')} · {purpose.unsaid === 'in' ? text.optOut : text.optIn}
        </span>{' '}
        {isRetired && <Chip>{text.retired}</Chip>}
      </summary>
      <div className={styles.form}>
        <TextInput
          label={text.key}
          description={text.keyHint}
          required
          pattern={KEY}
          disabled={props.isPublished}
          value={purpose.key}
          onChange={(event) => onChange({ key: event.currentTarget.value })}
        />
        <NativeSelect
          label={text.unsaid}
          description={text.unsaidHint}
          value={purpose.unsaid}
          data={[
            { value: 'out', label: text.unsaidNo },
            { value: 'in', label: text.unsaidYes },
          ]}
          onChange={(event) => onChange({ unsaid: event.currentTarget.value === 'in' ? 'in' : 'out' })}
        />
      </div>
      <Channels purpose={purpose} onChange={onChange} />
      <Names purpose={purpose} onChange={onChange} />
      <Group gap="sm" mt={8}>
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange({ state: isRetired ? 'active' : 'retired' })}
        >
          {isRetired ? text.askAgain : text.retire}
        </Button>
        {!props.isPublished && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={props.onRemove}
          >
            {text.remove}
          </Button>
        )}
      </Group>
    </details>
  );
}

function Channels(props: {
  readonly purpose: Purpose;
  readonly onChange: (part: Partial<Purpose>) => void;
}): ReactNode {
  const words = useWords();
  const { channels } = props.purpose;
  const offered = [...new Set([...CONSENT_CHANNELS, ...channels])];
  const choose = (chosen: string[]): void => {
    const isAnyNew = chosen.includes('any') && !channels.includes('any');
    const next = isAnyNew ? ['any'] : chosen.filter((channel) => channel !== 'any' || chosen.length === 1);
    if (next.length > 0) props.onChange({ channels: next });
  };
  return (
    <Checkbox.Group label={words.settings.consent.channels} mt={8} value={channels} onChange={choose}>
      <Group gap="md" mt={4}>
        {offered.map((channel) => (
          <Checkbox
            key={channel}
            size="xs"
            value={channel}
            label={
              channel === 'any'
                ? words.settings.consent.anyChannel
                : consentChannelText(channel, words.people)
            }
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The name and description, and what they are in other languages: empty ones are as the first. */
function Names(props: {
  readonly purpose: Purpose;
  readonly onChange: (part: Partial<Purpose>) => void;
}): ReactNode {
  const text = useWords().settings.consent;
  const { purpose, onChange } = props;
  const others = Object.keys(LANGUAGES) as Language[];
  const translate = (language: Language, part: { name?: string; description?: string }): void => {
    const { [language]: known, ...rest } = purpose.translations ?? {};
    const next = { name: '', ...known, ...part };
    onChange({ translations: next.name === '' && !next.description ? rest : { ...rest, [language]: next } });
  };
  return (
    <>
      <div className={styles.form}>
        <TextInput
          label={text.name}
          required
          maxLength={80}
          value={purpose.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={text.description}
          maxLength={500}
          value={purpose.description ?? ''}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
      </div>
      {others.map((language) => (
        <div key={language} className={styles.form}>
          <TextInput
            size="xs"
            label={text.nameIn(LANGUAGES[language])}
            maxLength={80}
            required={(purpose.translations?.[language]?.description ?? '') !== ''}
            value={purpose.translations?.[language]?.name ?? ''}
            placeholder={purpose.name}
            onChange={(event) => translate(language, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={text.descriptionIn(LANGUAGES[language])}
            maxLength={500}
            value={purpose.translations?.[language]?.description ?? ''}
            onChange={(event) => translate(language, { description: event.currentTarget.value })}
          />
        </div>
      ))}
    </>
  );
}
