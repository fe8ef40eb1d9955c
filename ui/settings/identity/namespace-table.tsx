import { ActionIcon, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import type { WorkspaceSettings } from '../use-save-settings.ts';

type Namespace = WorkspaceSettings['namespaces'][number];

const SUBJECTS = ['person', 'device'] as const;
const FORMS = ['text', 'lower', 'email', 'phone'] as const;
const PRIORITY_MAX = 1_000;

/** The kinds of identities: whom they stand for, whether a person has one or many, and which is stronger. */
export function NamespaceTable(props: {
  readonly namespaces: readonly Namespace[];
  readonly onChange: (namespaces: Namespace[]) => void;
}): ReactNode {
  const words = useWords().settings.identity;
  const { namespaces, onChange } = props;
  const heads = [words.name, words.subject, words.form, words.priority, words.unique];
  return (
    <PlainTable
      verticalSpacing={4}
      minWidth={800}
      stacked="fields"
      heads={[...heads, { text: words.removeAny, isHidden: true }]}
    >
      {namespaces.map((namespace, i) => (
        <NamespaceRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed; the place is what stays.
          key={i}
          namespace={namespace}
          onChange={(part) =>
            onChange(namespaces.map((each, at) => (at === i ? { ...each, ...part } : each)))
          }
          onRemove={() => onChange(namespaces.filter((_, at) => at !== i))}
        />
      ))}
    </PlainTable>
  );
}

function NamespaceRow(props: {
  readonly namespace: Namespace;
  readonly onChange: (part: Partial<Namespace>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const words = useWords().settings.identity;
  const { namespace, onChange, onRemove } = props;
  const label = (field: string): string => `${field}: ${namespace.name}`;
  return (
    <tr>
      <td>
        <TextInput
          size="xs"
          aria-label={label(words.name)}
          required
          pattern="[a-z][a-z0-9_]{0,31}"
          value={namespace.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={label(words.subject)}
          value={namespace.subject}
          data={SUBJECTS.map((value) => ({ value, label: words.subjects[value] }))}
          onChange={(event) =>
            onChange({ subject: event.currentTarget.value === 'device' ? 'device' : 'person' })
          }
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={label(words.form)}
          value={namespace.form}
          data={FORMS.map((value) => ({ value, label: words.forms[value] }))}
          onChange={(event) =>
            onChange({ form: FORMS.find((each) => each === event.currentTarget.value) ?? 'text' })
          }
        />
      </td>
      <td>
        <TextInput
          type="number"
          size="xs"
          w={80}
          aria-label={label(words.priority)}
          min={1}
          max={PRIORITY_MAX}
          value={namespace.priority}
          onChange={(event) => onChange({ priority: Number(event.currentTarget.value) })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={label(words.unique)}
          checked={namespace.unique}
          onChange={(event) => onChange({ unique: event.currentTarget.checked })}
        />
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={words.remove(namespace.name)}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}
