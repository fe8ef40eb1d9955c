import { Button, Menu, NumberInput } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { durationText } from '../../diagrams/duration-text.ts';
import styles from './attribution.module.css';
import { modelText } from './model-text.ts';
import { MODELS, modelOf } from './models.ts';
import type { AttributionProps, Model } from './query.ts';

const HALF_LIVES = ['1d', '3d', '7d', '14d', '30d'];

/** The head of a column: another model, its half-life, its place, or out with it. */
export function ModelHead(
  props: AttributionProps & { readonly index: number; readonly model: Model },
): ReactNode {
  const { words, language } = useSpeech();
  const say = words.diagrams.attribution;
  const { index, model, query, answer, isFixed, onQuery } = props;
  const text = modelText(model, language, answer.models[index]?.title[language] ?? say.models[model.model]);
  if (isFixed) return text;
  const set = (next: Model): void =>
    onQuery((now) => ({ ...now, models: now.models.map((each, i) => (i === index ? next : each)) }));
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.head}>
          {text} <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {MODELS.map((id) => (
          <Menu.Item
            key={id}
            onClick={() => set(modelOf(id))}
            rightSection={model.model === id ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {say.models[id]}
          </Menu.Item>
        ))}
        {model.model === 'time-decay' && (
          <>
            <Menu.Label>{say.halfLife}</Menu.Label>
            {HALF_LIVES.map((halfLife) => (
              <Menu.Item key={halfLife} onClick={() => set({ model: 'time-decay', halfLife })}>
                {durationText(halfLife, language)}
              </Menu.Item>
            ))}
          </>
        )}
        {model.model === 'custom' && 'first' in model && (
          <CustomShares key={JSON.stringify(model)} model={model} onChange={set} />
        )}
        <Menu.Divider />
        {index > 0 && (
          <Menu.Item
            onClick={() =>
              onQuery((now) => ({
                ...now,
                models: [model, ...now.models.filter((_, i) => i !== index)],
              }))
            }
          >
            {say.asBase}
          </Menu.Item>
        )}
        {query.models.length > 1 && (
          <Menu.Item
            color="red"
            onClick={() => onQuery((now) => ({ ...now, models: now.models.filter((_, i) => i !== index) }))}
          >
            {words.diagrams.remove(text)}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const SHARES = ['first', 'middle', 'last'] as const;
type Custom = Extract<Model, { readonly model: 'custom' }>;

/** The shares of the first touch, those between, and the last. */
function CustomShares(props: {
  readonly model: Custom;
  readonly onChange: (model: Custom) => void;
}): ReactNode {
  const words = useSpeech().words.diagrams;
  const [shares, setShares] = useState({
    first: props.model.first,
    middle: props.model.middle,
    last: props.model.last,
  });
  return (
    <form
      className={styles.shares}
      onSubmit={(event) => {
        event.preventDefault();
        props.onChange({ model: 'custom', ...shares });
      }}
    >
      {SHARES.map((each) => (
        <NumberInput
          key={each}
          size="xs"
          w={84}
          min={0}
          label={words.attribution.shares[each]}
          value={shares[each]}
          onChange={(value) => setShares({ ...shares, [each]: Number(value) })}
        />
      ))}
      <Button size="xs" type="submit">
        {words.apply}
      </Button>
    </form>
  );
}
