import '@mantine/core/styles/RadioIndicator.css';
import '@mantine/core/styles/Radio.css';
import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../language/speech.tsx';
import { SettingForm, useDraft } from '../setting-form.tsx';
import styles from '../settings.module.css';
import { useSaveSettings, type WorkspaceSettings } from '../use-save-settings.ts';
import { NamespaceTable } from './namespace-table.tsx';

/** Most workspaces need no list, so its control is loaded by those that do. */
const PrecedenceList = lazy(async () => ({
  default: (await import('./precedence-list.tsx')).PrecedenceList,
}));

type Identity = Pick<
  WorkspaceSettings,
  'namespaces' | 'joinPolicy' | 'identitiesPerPersonMax' | 'attributePolicy'
>;

const POLICIES = ['on-authentication', 'always', 'never'] as const;
const NEW = { name: '', subject: 'person', unique: false, priority: 60, form: 'text' } as const;

/** The rules by which events find their person. */
export function IdentityForm({ settings }: { readonly settings: WorkspaceSettings }): ReactNode {
  const words = useWords().settings.identity;
  const { namespaces, joinPolicy, identitiesPerPersonMax, attributePolicy } = settings;
  const saved: Identity = { namespaces, joinPolicy, identitiesPerPersonMax, attributePolicy };
  const { draft, setDraft, form } = useDraft(saved, useSaveSettings());
  const change = (part: Partial<Identity>): void => setDraft({ ...draft, ...part });
  return (
    <SettingForm {...form}>
      <Stack gap="lg">
        <div>
          <NamespaceTable
            namespaces={draft.namespaces}
            onChange={(changed) => change({ namespaces: changed })}
          />
          <Button
            size="xs"
            variant="default"
            mt={8}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => change({ namespaces: [...draft.namespaces, NEW] })}
          >
            {words.addNamespace}
          </Button>
        </div>
        <Radio.Group
          label={words.join}
          value={draft.joinPolicy}
          onChange={(value) =>
            change({ joinPolicy: POLICIES.find((each) => each === value) ?? draft.joinPolicy })
          }
        >
          <Stack gap={6} mt={6}>
            {POLICIES.map((policy) => (
              <Radio key={policy} value={policy} label={words.joins[policy]} />
            ))}
          </Stack>
        </Radio.Group>
        <AttributePolicy
          policy={draft.attributePolicy}
          onChange={(policy) => change({ attributePolicy: policy })}
        />
        <div className={styles.form}>
          <TextInput
            type="number"
            label={words.most}
            description={words.mostHint}
            min={2}
            max={1_000}
            value={draft.identitiesPerPersonMax}
            onChange={(event) => change({ identitiesPerPersonMax: Number(event.currentTarget.value) })}
          />
        </div>
      </Stack>
    </SettingForm>
  );
}

function AttributePolicy(props: {
  readonly policy: Identity['attributePolicy'];
  readonly onChange: (policy: Identity['attributePolicy']) => void;
}): ReactNode {
  const words = useWords().settings.identity;
  const { policy, onChange } = props;
  return (
    <Stack gap={6}>
      <Radio.Group
        label={words.attribute}
        value={policy.kind}
        onChange={(kind) =>
          onChange(kind === 'latest' ? { kind: 'latest' } : { kind: 'source-precedence', sources: [] })
        }
      >
        <Stack gap={6} mt={6}>
          <Radio value="latest" label={words.latest} />
          <Radio value="source-precedence" label={words.precedence} />
        </Stack>
      </Radio.Group>
      {policy.kind === 'source-precedence' && (
        <Suspense>
          <PrecedenceList
            sources={policy.sources}
            onChange={(chosen) => onChange({ kind: 'source-precedence', sources: chosen })}
          />
        </Suspense>
      )}
    </Stack>
  );
}
