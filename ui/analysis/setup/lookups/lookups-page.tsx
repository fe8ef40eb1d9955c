import { FileInput, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Panel } from '../../../parts/panel.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { Editor, type FormProps } from '../editor.tsx';
import { FindingList } from '../finding-list.tsx';
import styles from '../setup.module.css';
import { SetupPage } from '../setup-page.tsx';
import { slugOf } from '../slug.ts';
import { type FileTable, readTable, valuesOf } from './rows.ts';

const route = getRouteApi('/analysis/lookups');

/** A table of values by values, as the server keeps it. */
interface LookupDoc {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}
const BLANK: LookupDoc = { name: '', values: {} };
const SHOWN = 12;
/** As many as a lookup holds, and as large as a definition may be. */
const VALUES_MAX = 20_000;
const BYTES_MAX = 512 * 1024;

/** Tables of values by values, from files: derived dimensions look up in them. */
export function LookupsPage(): ReactNode {
  const words = useWords().setup;
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="lookups" kind="lookup" nameOf={(each) => each} chosen={id} onChoose={choose}>
      <Panel title={id ?? words.lookups.fresh}>
        <Editor
          key={id ?? ''}
          id={id}
          kind="lookup"
          blank={BLANK}
          idOf={({ name }) => slugOf(name)}
          isWhole={({ name, values }) => name.trim() !== '' && Object.keys(values).length > 0 && fits(values)}
          onSaved={choose}
          onGone={() => choose(undefined)}
        >
          {(form) => <LookupForm {...form} />}
        </Editor>
      </Panel>
    </SetupPage>
  );
}

function fits(values: LookupDoc['values']): boolean {
  const bytes = new TextEncoder().encode(JSON.stringify(values)).length;
  return Object.keys(values).length <= VALUES_MAX && bytes < BYTES_MAX;
}

function LookupForm({ id, draft, onChange, findings, isFixed }: FormProps<LookupDoc>): ReactNode {
  const words = useWords().setup;
  const say = words.lookups;
  const format = useFormat();
  const values = Object.entries(draft.values);
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          description={id === '' ? words.idHint : say.id(id)}
          readOnly={isFixed}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        {!isFixed && <FromFile onValues={(next) => onChange({ ...draft, values: next })} />}
      </div>
      {!fits(draft.values) && (
        <p role="alert" className={styles.fault}>
          {say.tooLarge(format.number(VALUES_MAX))}
        </p>
      )}
      {values.length > 0 && (
        <table className={diagrams.table}>
          <thead>
            <tr>
              <th scope="col">{words.dimensions.from}</th>
              <th scope="col">{words.dimensions.to}</th>
            </tr>
          </thead>
          <tbody>
            {values.slice(0, SHOWN).map(([key, value]) => (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {words.valuesInAll(format.number(values.length))}
              </th>
            </tr>
          </tfoot>
        </table>
      )}
      <FindingList findings={findings} />
    </>
  );
}

/** A file, and which of its columns is looked up and which is the answer. */
function FromFile({ onValues }: { readonly onValues: (values: Record<string, string>) => void }): ReactNode {
  const say = useWords().setup.lookups;
  const [table, setTable] = useState<FileTable>();
  const [columns, setColumns] = useState({ key: 0, value: 1 });
  const set = (found: FileTable, next: typeof columns): void => {
    setTable(found);
    setColumns(next);
    onValues(valuesOf(found, next.key, next.value));
  };
  const column = (label: string, of: 'key' | 'value'): ReactNode =>
    table && (
      <NativeSelect
        label={label}
        value={String(columns[of])}
        data={table.header.map((name, i) => ({ value: String(i), label: name }))}
        onChange={(event) => set(table, { ...columns, [of]: Number(event.currentTarget.value) })}
      />
    );
  return (
    <>
      <FileInput
        label={say.file}
        description={say.fileHint}
        accept=".csv,.tsv,text/csv,text/tab-separated-values"
        onChange={async (file) => {
          if (file) set(readTable(await file.text()), { key: 0, value: 1 });
        }}
      />
      {column(say.key, 'key')}
      {column(say.value, 'value')}
    </>
  );
}
