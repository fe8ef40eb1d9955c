import '@mantine/core/styles/Slider.css';
import { Button, Slider, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { browserTime } from '../browser.ts';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import styles from './people.module.css';

const route = getRouteApi('/people/$id');
const DAY_MS = 86_400_000;
const STEP_MS = DAY_MS / 4;

/** A slider over the time we have known her. It sets `at` in the address, so a moment can be shared. */
export function TimeMachine(props: {
  readonly first: number | null;
  readonly at: number | undefined;
}): ReactNode {
  const words = useWords().people.person;
  const format = useFormat();
  const navigate = route.useNavigate();
  const [now] = useState(browserTime);
  const { first, at } = props;
  const [value, setValue] = useState(at ?? now);
  useEffect(() => setValue(at ?? now), [at, now]);
  if (first === null || now - first < STEP_MS) return null;
  const go = (moment: number): void => {
    void navigate({
      search: ({ at: _, ...rest }) => (moment >= now - 1 ? rest : { ...rest, at: moment }),
      replace: true,
    });
  };
  return (
    <div className={styles.machine} data-past={at !== undefined}>
      <Text component="span" size="sm" fw={600} title={words.asOfHint}>
        <IconHistory size={16} aria-hidden style={{ verticalAlign: -3, marginRight: 6 }} />
        {words.asOf}
      </Text>
      <Slider
        className={styles.slider ?? ''}
        min={first}
        max={now}
        step={STEP_MS}
        value={value}
        onChange={setValue}
        onChangeEnd={go}
        thumbLabel={words.asOf}
        thumbProps={{ 'aria-valuetext': format.moment(value) }}
        label={(moment) => format.moment(moment)}
      />
      <Text size="sm" role="status">
        {at === undefined ? words.now : words.standsAt(format.moment(at))}
      </Text>
      {at !== undefined && (
        <Button size="compact-sm" variant="default" onClick={() => go(now)}>
          {words.backToNow}
        </Button>
      )}
    </div>
  );
}
