import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../../api/problem.ts';
import { useWords } from '../../language/speech.tsx';
import type { PageTask } from '../../shell/page-tasks.ts';
import { queryWith } from '../inherit.ts';
import type { AnyPartKind, Reading } from '../part-kind.ts';
import type { Drawn } from './use-answer.ts';

const SCALE = 2;

interface Order {
  readonly title: string;
  readonly drawn: Drawn;
}

const EXPORT: PageTask = { kind: 'export', name: (order) => (order as Order).title };

/** Files of a part: all its rows as CSV, by the server where the question is a table; a picture. */
export function useExport() {
  const words = useWords().analysis;
  const report = (error: unknown): void => {
    notifications.show({
      color: 'red',
      title: words.exportFailed,
      message: error instanceof Error ? error.message : String(error),
    });
  };
  const { mutateAsync } = useMutation({
    mutationFn: ({ drawn }: Order) => exported(drawn),
    meta: { task: EXPORT },
  });
  return {
    async csv(title: string, kind: AnyPartKind, reading: Reading, drawn: Drawn): Promise<void> {
      try {
        const rows = kind.csv?.(reading, drawn.query, drawn.answer);
        save(
          rows ? new Blob([csvOf(rows)], { type: 'text/csv' }) : await mutateAsync({ title, drawn }),
          `${title}.csv`,
        );
      } catch (error) {
        report(error);
      }
    },
    async png(title: string, card: HTMLElement | null): Promise<void> {
      if (!card) return;
      try {
        const { toBlob } = await import('html-to-image');
        const picture = await toBlob(card, {
          pixelRatio: SCALE,
          // Buttons are no part of the finding.
          filter: (node) => !(node instanceof HTMLElement && node.dataset['export'] === 'no'),
        });
        if (picture) save(picture, `${title}.png`);
      } catch (error) {
        report(error);
      }
    },
  };
}

/** All rows of a table, as the server writes them. */
async function exported({ query, asked }: Drawn): Promise<Blob> {
  const answer = await fetch('/api/analytics/table/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-rapport': 'interface' },
    body: JSON.stringify({ query: queryWith(query, asked), format: 'csv' }),
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
  return answer.blob();
}

function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replaceAll(/[\\/:*?"<>|]+/g, ' ').trim();
  link.click();
  // The download has begun; the content need not be kept.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
