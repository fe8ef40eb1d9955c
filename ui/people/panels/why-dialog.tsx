import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Condition, sayCondition } from '../../../src/core/condition/index.ts';
import { api, must } from '../../api/client.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import styles from '../people.module.css';
import { audienceNamesQuery } from '../queries.ts';

/** A part of an answer of `GET /api/audiences/:id/people/:person`. */
interface Explained {
  readonly pointer: string;
  readonly audience?: string;
  readonly isMet: boolean;
  readonly changesAt?: number;
  readonly parts: readonly Explained[];
}

/** Why she is in an audience: each part of its condition in plain words, with whether it is fulfilled. */
export function WhyDialog(props: {
  readonly audience: string;
  readonly name: string;
  readonly person: number;
  readonly onClose: () => void;
}): ReactNode {
  const { words } = useSpeech();
  const { audience: id, person } = props;
  const query = useQuery({
    queryKey: ['people', person, 'why', id],
    queryFn: async ({ signal }) => {
      const [explained, audience] = await Promise.all([
        must(api.GET('/api/audiences/{id}/people/{person}', { params: { path: { id, person } }, signal })),
        must(api.GET('/api/audiences/{id}', { params: { path: { id } }, signal })),
      ]);
      return { explanation: explained.explanation as Explained, condition: audience.condition as Condition };
    },
  });
  return (
    <Dialog onClose={props.onClose} title={words.people.person.whyTitle(props.name)} size="lg">
      <Loaded query={query}>
        {({ explanation, condition }) => (
          <ul className={styles.list}>
            {leavesOf(explanation).map((part) => (
              <Reason key={`${part.audience ?? ''}${part.pointer}`} part={part} condition={condition} />
            ))}
          </ul>
        )}
      </Loaded>
    </Dialog>
  );
}

function Reason(props: { readonly part: Explained; readonly condition: Condition }): ReactNode {
  const { words, language } = useSpeech();
  const format = useFormat();
  const { data: names } = useQuery(audienceNamesQuery);
  const { part, condition } = props;
  const said = at(condition, part.pointer);
  return (
    <li className={styles.line}>
      <span className={styles.value}>
        {said ? sayCondition(said, { language, audienceName: (id) => names?.get(id) }) : part.pointer}
        {part.changesAt !== undefined && (
          <span className="small">
            <br />
            {words.people.person.changesOn(format.moment(part.changesAt))}
          </span>
        )}
      </span>
      <Chip tone={part.isMet ? 'good' : 'bad'}>
        {part.isMet ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />}
        {part.isMet ? words.people.person.fulfilled : words.people.person.notFulfilled}
      </Chip>
    </li>
  );
}

/** The parts that say something themselves; groups only join them. What an audience inside says is its own story. */
function leavesOf(part: Explained): Explained[] {
  const own = part.parts.filter((each) => each.audience === part.audience);
  return own.length === 0 ? [part] : own.flatMap(leavesOf);
}

/** The part of a document at a JSON pointer. */
function at(document: unknown, pointer: string): Condition | undefined {
  let found: unknown = document;
  for (const key of pointer.split('/').slice(1))
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined;
  return found as Condition | undefined;
}
