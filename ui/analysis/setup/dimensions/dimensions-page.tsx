import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../../access/use-me.ts';
import { useWords } from '../../../language/speech.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useNames } from '../../model/use-names.ts';
import { Editor, type FormProps } from '../editor.tsx';
import { FindingList } from '../finding-list.tsx';
import styles from '../setup.module.css';
import { SetupPage } from '../setup-page.tsx';
import { slugOf } from '../slug.ts';
import { ValuePreview } from '../value-preview.tsx';
import type { Derived } from './kinds.ts';
import { ValueEditor } from './value-editor.tsx';

const route = getRouteApi('/analysis/dimensions');

/** A derived dimension, as the server keeps it. */
interface DimensionDoc {
  readonly name: string;
  readonly type?: 'text' | 'number';
  readonly value: Derived;
}
const BLANK: DimensionDoc = {
  name: '',
  value: {
    case: [{ when: [{ of: { dimension: 'page' }, text: { starts: '/' } }], value: { constant: 'Shop' } }],
  },
};

/** Derived dimensions: values made of others, by cases, lists, patterns and so on. */
export function DimensionsPage(): ReactNode {
  const words = useWords().setup;
  const names = useNames();
  const may = useMay();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = (each: string): string => names.dimension(`derived:${each}`);
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="dimensions" kind="dimension" nameOf={nameOf} chosen={id} onChoose={choose}>
      <Panel title={id === undefined ? words.dimensions.fresh : nameOf(id)}>
        <Editor
          key={id ?? ''}
          kind="dimension"
          id={id}
          blank={BLANK}
          idOf={({ name }) => slugOf(name)}
          isWhole={({ name }) => name.trim() !== ''}
          isFixed={!may('analytics.write') || !may('definitions.write')}
          onSaved={choose}
          onGone={() => choose(undefined)}
        >
          {(form) => <DimensionForm {...form} />}
        </Editor>
      </Panel>
    </SetupPage>
  );
}

function DimensionForm(props: FormProps<DimensionDoc>): ReactNode {
  const words = useWords().setup;
  const { id, draft, onChange, findings, isFixed } = props;
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          description={id === '' ? words.idHint : words.id(`derived:${id}`)}
          readOnly={isFixed}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.dimensions.type}
          description={words.dimensions.typeHint}
          disabled={isFixed}
          data={[
            { value: 'text', label: words.dimensions.text },
            { value: 'number', label: words.dimensions.number },
          ]}
          value={draft.type ?? 'text'}
          onChange={(event) =>
            onChange({ ...draft, type: event.currentTarget.value === 'number' ? 'number' : 'text' })
          }
        />
      </div>
      <ValueEditor
        label={words.valueHead}
        value={draft.value}
        isFixed={isFixed}
        onChange={(value) => onChange({ ...draft, value })}
      />
      <FindingList findings={findings} />
      <ValuePreview
        of={{ dimension: draft.value }}
        isRight={findings !== undefined && findings.length === 0}
      />
    </>
  );
}
