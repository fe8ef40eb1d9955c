import { Button, Checkbox, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { useWords } from '../../language/speech.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { SettingForm, useDraft } from '../setting-form.tsx';
import styles from '../settings.module.css';
import { usePublish } from '../use-publish.ts';

type Answer = paths['/api/labels']['get']['responses'][200]['content']['application/json'];
type Labels = Answer['document'];
type Label = Labels['labels'][number];

/** An admin reads everything. */
const ROLES = ['marketer', 'analyst', 'agent', 'viewer'] as const;
const NAME = '[a-z][a-z0-9\\-]{0,31}';

/** What of people is personal, and from whom it is hidden. */
export function LabelsSection(): ReactNode {
  const words = useWords().settings;
  const query = useQuery({
    queryKey: ['single', 'labels'],
    queryFn: ({ signal }) => must(api.GET('/api/labels', { signal })),
  });
  return (
    <Panel title={words.section.labels}>
      <Text size="sm" c="dimmed" mb={8}>
        {words.labels.intro}
      </Text>
      <Loaded query={query}>
        {(answer) => (
          <LabelsForm
            key={answer.version}
            saved={answer.document}
            version={answer.version}
            onReload={() => void query.refetch()}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function LabelsForm(props: {
  readonly saved: Labels;
  readonly version: number;
  readonly onReload: () => void;
}): ReactNode {
  const { settings: words, access } = useWords();
  const { draft, setDraft, form } = useDraft(props.saved, usePublish('labels', props.version));
  const change = (place: number, part: Partial<Label>): void =>
    setDraft(renamed(draft, place, { ...draft.labels[place]!, ...part }));
  return (
    <SettingForm {...form} onReload={props.onReload} holds="at-once">
      <PlainTable
        minWidth={960}
        stacked="fields"
        heads={[
          words.labels.name,
          words.labels.namespaces,
          words.labels.fields,
          words.labels.notInConditions,
          ...ROLES.map((role) => words.labels.hiddenFrom(access.roles[role])),
          { text: words.labels.remove, isHidden: true },
        ]}
      >
        {draft.labels.map((label, place) => (
          <LabelRow
            // Labels are told apart by where they stand: their names are being typed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            key={place}
            label={label}
            hidden={draft.hidden}
            onChange={(part) => change(place, part)}
            onHide={(role, isHidden) => setDraft(hidden(draft, role, label.name, isHidden))}
            onRemove={() => setDraft(without(draft, place))}
          />
        ))}
      </PlainTable>
      <Button
        size="xs"
        variant="default"
        mt={8}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          setDraft({ ...draft, labels: [...draft.labels, { name: '', namespaces: [], fields: [] }] })
        }
      >
        {words.labels.add}
      </Button>
    </SettingForm>
  );
}

function LabelRow(props: {
  readonly label: Label;
  readonly hidden: Labels['hidden'];
  readonly onChange: (part: Partial<Label>) => void;
  readonly onHide: (role: (typeof ROLES)[number], isHidden: boolean) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const words = useWords();
  const text = words.settings.labels;
  const { label, hidden: byRole } = props;
  return (
    <tr>
      <td>
        <TextInput
          size="xs"
          miw={120}
          aria-label={text.name}
          required
          pattern={NAME}
          value={label.name}
          onChange={(event) => props.onChange({ name: event.currentTarget.value })}
        />
      </td>
      <td>
        <Names
          label={`${text.namespaces}: ${label.name}`}
          names={label.namespaces}
          onChange={(namespaces) => props.onChange({ namespaces })}
        />
      </td>
      <td>
        <Names
          label={`${text.fields}: ${label.name}`}
          names={label.fields}
          onChange={(fields) => props.onChange({ fields })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={`${label.name}: ${text.notInConditions}`}
          checked={label.notInConditions ?? false}
          onChange={(event) => props.onChange({ notInConditions: event.currentTarget.checked })}
        />
      </td>
      {ROLES.map((role) => (
        <td key={role}>
          <Checkbox
            aria-label={`${label.name}: ${text.hiddenFrom(words.access.roles[role])}`}
            disabled={label.name === ''}
            checked={byRole[role].includes(label.name)}
            onChange={(event) => props.onHide(role, event.currentTarget.checked)}
          />
        </td>
      ))}
      <td>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${text.remove} ${label.name}`}
          onClick={props.onRemove}
        >
          <IconTrash size={14} aria-hidden />
        </Button>
      </td>
    </tr>
  );
}

/** Names with commas or lines between them; the field is as high as they need. What is typed stays as it is until the field is left. */
function Names(props: {
  readonly label: string;
  readonly names: readonly string[];
  readonly onChange: (names: string[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState(props.names.join(', '));
  return (
    <Textarea
      size="xs"
      rows={1}
      classNames={{ input: styles.growing ?? '' }}
      aria-label={props.label}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const names = event.currentTarget.value.split(/[,\n]/).map((name) => name.trim());
        props.onChange(names.filter((name) => name !== ''));
      }}
    />
  );
}

/** A label with a new name stays hidden from those from whom it was hidden. */
function renamed(labels: Labels, place: number, label: Label): Labels {
  const before = labels.labels[place]!.name;
  const names = (list: readonly string[]): string[] =>
    list.map((name) => (name === before && before !== '' ? label.name : name));
  return {
    labels: labels.labels.with(place, label),
    hidden: {
      marketer: names(labels.hidden.marketer),
      analyst: names(labels.hidden.analyst),
      agent: names(labels.hidden.agent),
      viewer: names(labels.hidden.viewer),
    },
  };
}

function hidden(labels: Labels, role: (typeof ROLES)[number], name: string, isHidden: boolean): Labels {
  const others = labels.hidden[role].filter((each) => each !== name);
  return { ...labels, hidden: { ...labels.hidden, [role]: isHidden ? [...others, name] : others } };
}

function without(labels: Labels, place: number): Labels {
  const name = labels.labels[place]!.name;
  const all = ROLES.reduce((found, role) => hidden(found, role, name, false), labels);
  return { ...all, labels: all.labels.toSpliced(place, 1) };
}
