import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Choice } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DurationChoice } from '../../diagrams/duration-choice.tsx';
import { withField } from '../../diagrams/with-field.ts';
import type { Base, FalloutProps } from './query.ts';

const LIMITS = ['30min', '24h', '7d', '14d', '30d', '90d'];

/** What holds for all steps: whose they are, how long the whole way may take, of what shares are. */
export function Settings(props: FalloutProps & { readonly base: Base }): ReactNode {
  const words = useWords().diagrams;
  const { query, base, look, isFixed, onQuery, onLook } = props;
  return (
    <div className={diagrams.settings}>
      <Choice
        label={words.counts}
        value={query.container ?? 'person'}
        isFixed={isFixed}
        options={[
          { value: 'person', label: words.people },
          { value: 'session', label: words.sessions },
        ]}
        onChange={(container) =>
          onQuery((now) => withField(now, 'container', container === 'person' ? undefined : container))
        }
      />
      <DurationChoice
        label={words.fallout.limit}
        value={query.limit}
        usual={LIMITS}
        none={words.fallout.noLimit}
        isFixed={isFixed}
        onChange={(limit) => onQuery((now) => withField(now, 'limit', limit))}
      />
      <Choice
        label={words.fallout.sameMoment}
        value={query.simultaneous ?? 'apart'}
        isFixed={isFixed}
        options={[
          { value: 'apart', label: words.fallout.apart },
          { value: 'in-order', label: words.fallout.inOrder },
        ]}
        onChange={(value) =>
          onQuery((now) => withField(now, 'simultaneous', value === 'apart' ? undefined : value))
        }
      />
      <Choice
        label={words.fallout.shareOf}
        value={base}
        isFixed={isFixed}
        options={[
          { value: 'first', label: words.fallout.firstStep },
          { value: 'all', label: query.container === 'session' ? words.allSessions : words.everyone },
        ]}
        onChange={(next) => onLook({ ...look, base: next })}
      />
    </div>
  );
}
