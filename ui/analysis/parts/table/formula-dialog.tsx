import { Button, Code, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Pick } from '../../pick/pick.tsx';
import { valueText } from '../../value-text.ts';
import type { Column, TableAnswer, TableQuery } from './query.ts';

type Formula = Extract<Column, { formula: string }>;
type FormatName = NonNullable<Formula['format']>;

const FORMATS: readonly FormatName[] = ['number', 'share', 'amount', 'count', 'duration'];
const PAUSE_MS = 400;

/** Writes a formula of metrics; its value in the range of the table shows while typing, or what is wrong with it. */
export function FormulaDialog(props: {
  readonly column?: Formula;
  readonly onFormula: (column: Formula) => void;
  readonly onClose: () => void;
  readonly ask: (query: TableQuery, signal?: AbortSignal) => Promise<TableAnswer>;
}): ReactNode {
  const words = useWords().parts.table;
  const format = useFormat();
  const [formula, setFormula] = useState(props.column?.formula ?? '');
  const [name, setName] = useState(props.column?.name ?? '');
  const [kind, setKind] = useState<FormatName>(props.column?.format ?? 'number');
  const [asked] = useDebouncedValue(formula.trim(), PAUSE_MS);
  const preview = useQuery({
    queryKey: ['analysis', 'formula', asked, kind],
    queryFn: ({ signal }) => props.ask({ levels: [], columns: [{ formula: asked, format: kind }] }, signal),
    enabled: asked !== '',
    retry: false,
    placeholderData: (before) => before,
  });
  const isGood = asked === formula.trim() && preview.isSuccess && asked !== '';
  const insert = (metric: string): void =>
    setFormula(
      (text) =>
        `${text}${text === '' || text.endsWith(' ') ? '' : ' '}${/^[a-z]+$/.test(metric) ? metric : `[${metric}]`}`,
    );
  return (
    <Dialog title={words.addFormula} onClose={props.onClose}>
      <Stack gap="sm">
        <TextInput
          label={words.formula}
          description={words.formulaHint}
          value={formula}
          onChange={(event) => setFormula(event.currentTarget.value)}
          error={preview.isError && asked !== '' ? preview.error.message : undefined}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          data-autofocus
        />
        <TextInput
          label={words.formulaName}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group align="end">
          <NativeSelect
            label={words.writtenAs}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as FormatName)}
            data={FORMATS.map((value) => ({ value, label: words.formats[value] }))}
          />
          <Pick
            kinds={['metric']}
            label={words.insertMetric}
            onPick={(c) => c.kind === 'metric' && insert(c.id)}
          >
            {(button) => (
              <Button {...button} variant="default">
                {words.insertMetric}
              </Button>
            )}
          </Pick>
        </Group>
        <Text size="sm" aria-live="polite">
          {words.preview}{' '}
          <Code>
            {isGood ? valueText(format, kind, preview.data.total.values[0], preview.data.currency) : '—'}
          </Code>
        </Text>
        <Group justify="flex-end">
          <Button
            disabled={!isGood}
            onClick={() => {
              const { name: _, ...column } = props.column ?? { formula: asked };
              const named = name.trim() === '' ? {} : { name: name.trim() };
              props.onFormula({ ...column, formula: asked, format: kind, ...named });
              props.onClose();
            }}
          >
            {words.useFormula}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
