import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../../parts/menu.tsx';
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
    <Menu
      shadow="md"
      target={
        <button type="button" className={styles.head}>
          {text} <IconChevronDown size={14} aria-hidden />
        </button>
      }
    >
      {MODELS.map((id) => (
        <MenuItem
          key={id}
          onClick={() => set(modelOf(id))}
          rightSection={model.model === id ? <IconCheck size={14} aria-hidden /> : undefined}
        >
          {say.models[id]}
        </MenuItem>
      ))}
      {model.model === 'time-decay' && (
        <>
          <MenuLabel>{say.halfLife}</MenuLabel>
          {HALF_LIVES.map((halfLife) => (
            <MenuItem key={halfLife} onClick={() => set({ model: 'time-decay', halfLife })}>
              {durationText(halfLife, language)}
            </MenuItem>
          ))}
        </>
      )}
      {model.model === 'custom' && 'first' in model && (
        <CustomShares key={JSON.stringify(model)} model={model} onChange={set} />
      )}
      <MenuDivider />
      {index > 0 && (
        <MenuItem
          onClick={() =>
            onQuery((now) => ({
              ...now,
              models: [model, ...now.models.filter((_, i) => i !== index)],
            }))
          }
        >
          {say.asBase}
        </MenuItem>
      )}
      {query.models.length > 1 && (
        <MenuItem
          color="red"
          onClick={() => onQuery((now) => ({ ...now, models: now.models.filter((_, i) => i !== index) }))}
        >
          {words.diagrams.remove(text)}
        </MenuItem>
      )}
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
        <TextInput
          key={each}
          type="number"
          step="any"
          size="xs"
          w={84}
          min={0}
          label={words.attribution.shares[each]}
          value={shares[each]}
          onChange={(event) => setShares({ ...shares, [each]: event.currentTarget.valueAsNumber || 0 })}
        />
      ))}
      <Button size="xs" type="submit">
        {words.apply}
      </Button>
    </form>
  );
}
