import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../access/use-me.ts';
import { useSpeech } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { audienceNamesQuery } from '../people/queries.ts';
import styles from './audiences.module.css';
import { type AudienceDetail, definitionQuery } from './queries.ts';
import { type Content, saidOf } from './said.ts';

/** Who is in an audience, in plain words. */
export function Sentence({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const { words, language } = useSpeech();
  const format = useFormat();
  const may = useMay();
  const { data: names } = useQuery(audienceNamesQuery);
  const isPart = audience.partOf !== undefined;
  const { data: definition } = useQuery({
    ...definitionQuery(audience.id),
    enabled: !isPart && may('definitions.read'),
  });
  const written = (definition?.document ?? definition?.draftDocument) as Content | undefined;
  const content = written ?? ({ condition: audience.condition, rank: audience.rank } as Content);
  const said = saidOf(content, {
    language,
    words: words.audiences,
    format,
    audienceName: (id) => names?.get(id),
  });
  const hasDraft = definition?.draft !== undefined && definition.published !== undefined;
  return (
    <>
      <p className={styles.sentence}>{said}</p>
      {hasDraft && <p className="small">{words.audiences.hasDraft}</p>}
    </>
  );
}
