import { Button, FileInput, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import styles from '../setup.module.css';
import { type LookupDoc, VALUES_MAX, withTaken } from './document.ts';
import { type FileFault, type FileTable, readTable, type Taken, takeColumns } from './rows.ts';

/** What may be read at once without the page standing still. A lookup holds half a megabyte; the file may have more columns. */
const FILE_BYTES_MAX = 8 * 1024 * 1024;
const COLUMNS_MAX = 20;

/** What was read of a file, and what is taken of it. */
interface Read {
  readonly table: FileTable;
  /** The column that is looked up. */
  readonly keyAt: number;
  readonly columns: readonly number[];
  readonly taken: Taken;
}

/** A file, which of its columns is looked up, which ones are the answer, and what of the file is not taken. */
export function FromFile(props: {
  readonly draft: LookupDoc;
  readonly onChange: (draft: LookupDoc) => void;
}): ReactNode {
  const say = useWords().setup.lookups;
  const format = useFormat();
  const [read, setRead] = useState<Read>();
  const [fault, setFault] = useState<string>();
  const set = (table: FileTable, keyAt: number, columns: readonly number[]): void => {
    const taken = takeColumns(table, keyAt, columns);
    setRead({ table, keyAt, columns, taken });
    props.onChange(withTaken(props.draft, table, columns, taken));
  };
  const open = async (file: File): Promise<void> => {
    setRead(undefined);
    setFault(undefined);
    if (file.size > FILE_BYTES_MAX)
      return setFault(say.fileTooLarge(format.bytes(file.size), format.number(VALUES_MAX)));
    const found = readTable(await file.text());
    if (isFault(found)) return setFault(say.faults[found.fault](format.number(found.line)));
    if (found.header.length < 2) return setFault(say.oneColumn);
    // A column of a lookup has a name, also where the file gives it none.
    const header = found.header.map((name, i) => name || say.column(i + 1));
    set({ ...found, header }, 0, [1]);
  };
  return (
    <>
      <FileInput
        label={say.file}
        description={say.fileHint}
        placeholder={say.choose}
        accept=".csv,.tsv,text/csv,text/tab-separated-values"
        error={fault}
        onChange={(file) => {
          if (file) void open(file);
        }}
      />
      {read && <Columns {...read} onChange={(keyAt, columns) => set(read.table, keyAt, columns)} />}
      {read && <Notes {...read} />}
    </>
  );
}

function isFault(found: FileTable | FileFault): found is FileFault {
  return 'fault' in found;
}

function Columns({
  table,
  keyAt,
  columns,
  onChange,
}: Read & { readonly onChange: (keyAt: number, columns: readonly number[]) => void }): ReactNode {
  const words = useWords().setup;
  const say = words.lookups;
  const names = table.header.map((name, i) => ({ value: String(i), label: name }));
  const free = names.map((_, i) => i).find((i) => i !== keyAt && !columns.includes(i));
  return (
    <>
      <NativeSelect
        label={say.key}
        value={String(keyAt)}
        data={names}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value), columns)}
      />
      {columns.map((column, at) => (
        <NativeSelect
          // biome-ignore lint/suspicious/noArrayIndexKey: a column of the lookup is known by its place.
          key={at}
          label={at === 0 ? say.value : say.valueMore(at + 1)}
          value={String(column)}
          data={[
            ...names.filter(({ value }) => Number(value) === column || !columns.includes(Number(value))),
            ...(columns.length > 1 ? [{ value: '', label: words.takeOut }] : []),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange(
              keyAt,
              value === ''
                ? columns.filter((_, i) => i !== at)
                : columns.map((each, i) => (i === at ? Number(value) : each)),
            )
          }
        />
      ))}
      {free !== undefined && columns.length < COLUMNS_MAX && (
        <Button
          size="xs"
          variant="subtle"
          className={styles.addColumn ?? ''}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange(keyAt, [...columns, free])}
        >
          {say.addColumn}
        </Button>
      )}
    </>
  );
}

/** What of a file is not taken, with the first line of each kind. */
function Notes({ taken: { nameless, repeated, emptyCount } }: Read): ReactNode {
  const say = useWords().setup.lookups;
  const format = useFormat();
  const [again] = repeated;
  return (
    <ul className={styles.notes} aria-live="polite">
      {nameless[0] && <li>{say.nameless(nameless.length, format.number(nameless[0].line))}</li>}
      {again && <li>{say.repeated(repeated.size, again[0], format.number(again[1].line))}</li>}
      {emptyCount > 0 && <li>{say.emptyCells(emptyCount)}</li>}
    </ul>
  );
}
