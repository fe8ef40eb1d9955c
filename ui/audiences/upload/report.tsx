import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Facts } from '../../parts/facts.tsx';
import styles from '../audiences.module.css';
import type { UploadReport } from './use-upload.ts';

const FACTS = ['rows', 'matched', 'people', 'unknown', 'notKept', 'invalid', 'removed'] as const;
/** Facts that are told only where there is something to tell. */
const RARE: ReadonlySet<string> = new Set(['notKept', 'removed']);

/** What became of the rows of a file; of the invalid ones the line and the reason. */
export function Report({ report }: { readonly report: UploadReport }): ReactNode {
  const words = useWords().audiences.upload;
  const format = useFormat();
  return (
    <div role="status">
      <Text size="sm" fw={600} mt={8}>
        {words.done(format.duration(report.tookMs))}
      </Text>
      <Facts
        facts={FACTS.filter((fact) => !RARE.has(fact) || report[fact] > 0).map((fact) => [
          words.facts[fact],
          format.number(report[fact]),
        ])}
      />
      {report.unknown > 0 && (
        <Text size="xs" c="dimmed">
          {words.unknownWait}
        </Text>
      )}
      {report.invalidRows.length > 0 && (
        <ul className={styles.list} aria-label={words.facts.invalid}>
          {report.invalidRows.map(({ line, reason }) => (
            <li key={line}>{words.line(format.number(line), reason)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
