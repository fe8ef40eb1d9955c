import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Panel } from '../../../parts/panel.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { listQuery } from '../definitions.ts';
import { Editor, type FormProps } from '../editor.tsx';
import { FindingList } from '../finding-list.tsx';
import styles from '../setup.module.css';
import { SetupPage } from '../setup-page.tsx';
import { slugOf } from '../slug.ts';
import { fits, type LookupDoc, VALUES_MAX } from './document.ts';
import { FromFile } from './from-file.tsx';
import { Matches } from './matches.tsx';

const route = getRouteApi('/analysis/lookups');

const BLANK: LookupDoc = { name: '', values: {} };
const SHOWN = 12;

/** Tables of values by values, from files: derived dimensions look up in them. */
export function LookupsPage(): ReactNode {
  const words = useWords().setup;
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery(listQuery('lookup'));
  const nameOf = (each: string): string => data?.find((found) => found.id === each)?.name ?? each;
  const choose = (next: string | undefined): Promise<void> =>
    navigate({ search: next === undefined ? {} : { id: next } });
  return (
    <SetupPage section="lookups" kind="lookup" nameOf={nameOf} chosen={id} onChoose={choose}>
      <Panel title={id === undefined ? words.lookups.fresh : nameOf(id)}>
        <Editor
          key={id ?? ''}
          id={id}
          kind="lookup"
          blank={BLANK}
          idOf={({ name }) => slugOf(name)}
          missing={(draft) => (Object.keys(draft.values).length === 0 ? words.lookups.noValues : undefined)}
          onSaved={choose}
          onGone={() => choose(undefined)}
        >
          {(form) => <LookupForm {...form} />}
        </Editor>
      </Panel>
    </SetupPage>
  );
}

function LookupForm({ id, draft, onChange, findings, isFixed }: FormProps<LookupDoc>): ReactNode {
  const words = useWords().setup;
  const say = words.lookups;
  const format = useFormat();
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={words.name}
          description={id === '' ? words.idHint : say.id(id)}
          required
          readOnly={isFixed}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        {!isFixed && <FromFile draft={draft} onChange={onChange} />}
      </div>
      {!fits(draft) && (
        <p role="alert" className={styles.fault}>
          {say.tooLarge(format.number(VALUES_MAX))}
        </p>
      )}
      {Object.keys(draft.values).length > 0 && (
        <>
          <Values {...draft} />
          <Matches values={draft.values} />
        </>
      )}
      <FindingList findings={findings} />
    </>
  );
}

/** The first rows, with how many there are. */
function Values({ columns, values }: LookupDoc): ReactNode {
  const words = useWords().setup;
  const format = useFormat();
  const rows = Object.entries(values);
  return (
    <table className={diagrams.table}>
      <thead>
        <tr>
          <th scope="col">{words.dimensions.from}</th>
          {(columns ?? [words.dimensions.to]).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN).map(([key, value]) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            {[value].flat().map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text is known by its column.
              <td key={i}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={1 + (columns?.length ?? 1)}>
            {words.valuesInAll(format.number(rows.length))}
          </th>
        </tr>
      </tfoot>
    </table>
  );
}
