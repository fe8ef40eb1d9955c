import { Button, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Counting, Estimate } from '../../conditions/estimate/use-estimate.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Failure } from '../../parts/failure.tsx';
import { Panel } from '../../parts/panel.tsx';
import styles from './edit.module.css';

const SomePeople = lazy(async () => ({ default: (await import('./some-people.tsx')).SomePeople }));

const CHANNELS = ['email', 'sms', 'push'] as const;

/** How many people it comes to, who of them can be contacted, some of them, and what it costs. */
export function EstimatePanel(props: {
  readonly counting: Counting;
  /** Parts that are not filled in. */
  readonly leftOut: number;
  /** A ranking takes only so many. */
  readonly limit: number | undefined;
}): ReactNode {
  const words = useWords();
  const text = words.audienceEdit.estimate;
  const { estimate, isOld, error, retry } = props.counting;
  const isRefused = error instanceof ApiProblem && error.code === 'definition.not-valid';
  return (
    <Panel title={text.title} className={styles.estimate}>
      <div aria-live="polite" aria-busy={isOld} data-old={isOld || undefined}>
        {estimate ? (
          <Total estimate={estimate} limit={props.limit} isOld={isOld} />
        ) : (
          !error && (
            <div className={styles.total}>
              <span className={styles.big}>—</span>
              <Text size="sm" c="dimmed">
                {isOld ? text.counting : text.nothing}
              </Text>
            </div>
          )
        )}
        {isRefused && <Text size="sm">{text.refused}</Text>}
        {error !== undefined && error !== null && !isRefused ? <Failure error={error} retry={retry} /> : null}
        {props.leftOut > 0 && (
          <Text size="sm" c="dimmed">
            {words.conditions.unfinished(props.leftOut)}
          </Text>
        )}
      </div>
      {estimate && (
        <div data-old={isOld || undefined} className={styles.more}>
          <Reach estimate={estimate} />
          <SamplePeople people={estimate.sample} />
          <Cost estimate={estimate} />
        </div>
      )}
    </Panel>
  );
}

/** Where the panel is below what is written: the count stays in sight, and leads there. */
export function CountBar(props: {
  readonly counting: Counting;
  readonly limit: number | undefined;
  readonly onOpen: () => void;
}): ReactNode {
  const text = useWords().audienceEdit.estimate;
  const { estimate, isOld } = props.counting;
  const write = useWriteTotal();
  const [count, share] = estimate ? write(estimate, props.limit) : ['—', isOld ? text.counting : ''];
  return (
    <button type="button" className={styles.countBar} onClick={props.onOpen}>
      {text.title} <strong data-old={isOld || undefined}>{count}</strong> <span>{share}</span>
    </button>
  );
}

/** Writes how many it comes to, and what share of everybody that is. */
function useWriteTotal(): (estimate: Estimate, limit: number | undefined) => [string, string] {
  const words = useWords().audienceEdit.estimate;
  const format = useFormat();
  return ({ people, of, isExact }, limit) => [
    `${isExact ? '' : '≈ '}${format.number(limit === undefined ? people : Math.min(limit, people))}`,
    limit === undefined
      ? words.share(format.percent(of === 0 ? 0 : people / of, 1), format.number(of))
      : words.firstOf(format.number(people)),
  ];
}

function Total(props: {
  readonly estimate: Estimate;
  readonly limit: number | undefined;
  readonly isOld: boolean;
}): ReactNode {
  const words = useWords().audienceEdit.estimate;
  const format = useFormat();
  const { estimate, limit } = props;
  const { isExact, low, high } = estimate;
  const [count, share] = useWriteTotal()(estimate, limit);
  const how = isExact ? words.exact : words.between(format.number(low), format.number(high));
  return (
    <div className={styles.total}>
      <span className={styles.big}>{count}</span>
      <Text size="sm">{share}</Text>
      <Text size="xs" c="dimmed">
        {how} · {format.duration(estimate.elapsedMs)} ·{' '}
        {props.isOld ? words.counting : words.asOf(format.clock(estimate.asOf))}
      </Text>
    </div>
  );
}

function Reach({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const words = useWords().audienceEdit.estimate;
  const format = useFormat();
  const { reach, people } = estimate;
  if (!reach) return null;
  return (
    <section aria-label={words.reach}>
      <h3 className={styles.small}>{words.reach}</h3>
      <ul className={styles.reach}>
        {CHANNELS.map((channel) => {
          const count = reach[channel].people;
          const share = people === 0 ? 0 : count / people;
          return (
            <li key={channel}>
              <span>{words.channels[channel]}</span>
              <span className={styles.bar} aria-hidden>
                <span style={{ width: `${Math.min(1, share) * 100}%` }} />
              </span>
              <span className="number" title={format.percent(share, 0)}>
                {format.number(count)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Some of the people by name. Looking at somebody is recorded, so it happens on demand. */
function SamplePeople({ people }: { readonly people: readonly number[] }): ReactNode {
  const words = useWords().audienceEdit.estimate;
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (people.length === 0 || !may('people.read')) return null;
  return (
    <section aria-label={words.some}>
      <h3 className={styles.small}>{words.some}</h3>
      {isOpen ? (
        <Suspense>
          <SomePeople people={people} />
        </Suspense>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {words.showSome(people.length)}
        </Button>
      )}
    </section>
  );
}

function Cost({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const words = useWords().audienceEdit.estimate;
  const format = useFormat();
  const { newTraits, touchesPerSecond } = estimate.evaluation;
  return (
    <section aria-label={words.cost}>
      <h3 className={styles.small}>{words.cost}</h3>
      <Text size="sm">{words.live}</Text>
      <Text size="sm" c="dimmed">
        {words.newTraits(newTraits)} {words.touches(format.number(touchesPerSecond * 3_600))}
      </Text>
    </section>
  );
}
