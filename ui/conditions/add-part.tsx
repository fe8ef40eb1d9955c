import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useEditor } from './editor-context.ts';
import type { PickItem } from './inputs/pick-search.ts';
import { PickFrame } from './inputs/picker.tsx';
import type { Doc } from './model/json.ts';
import { insert } from './model/moves.ts';
import { newTest } from './model/operators.ts';
import type { GroupNode } from './model/tree.ts';
import { newPart, OTHER_PARTS } from './new-part.ts';
import { traitsQuery, vocabularyQuery } from './queries.ts';
import {
  splitField,
  useAttributeItems,
  useAudienceItems,
  useEventItems,
  useTraitItems,
} from './use-choices.ts';

/** Adds a part to a group: anything that can be asked, in one list to search; or a group. */
export function AddPart({ group }: { readonly group: GroupNode }): ReactNode {
  const words = useWords().conditions;
  const { act, newId, focus } = useEditor();
  const groups = useEverything();
  const partFor = usePartFor();
  const add = (item: PickItem): void => {
    const id = newId();
    const node = { kind: 'leaf', id, nots: 0, part: partFor(item.value) } as const;
    act((root) => insert(root, { group: group.id, at: group.parts.length }, node));
    focus(id);
  };
  const addGroup = (): void => {
    const id = newId();
    const join = group.join === 'all' ? 'any' : 'all';
    const inner: GroupNode = { kind: 'group', id, nots: 0, join, parts: [] };
    act((root) => insert(root, { group: group.id, at: group.parts.length }, inner));
    focus(id);
  };
  return (
    <>
      <PickFrame
        label={words.addCondition}
        groups={groups}
        onPick={add}
        other={(name) => ({ value: `attribute:${name}`, label: name })}
        target={
          <Button size="compact-sm" variant="light" leftSection={<IconPlus size={14} aria-hidden />}>
            {words.addCondition}
          </Button>
        }
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={addGroup}
      >
        {words.addGroup}
      </Button>
    </>
  );
}

function useEverything() {
  const words = useWords().conditions.pick;
  return [
    { title: words.events, items: useEventItems('did:') },
    { title: words.attributes, items: useAttributeItems('attribute:') },
    { title: words.audiences, items: useAudienceItems('member:') },
    { title: words.traits, items: useTraitItems('trait:') },
    {
      title: words.other,
      items: OTHER_PARTS.map((kind) => ({ value: `other:${kind}`, label: words[kind] })),
    },
  ];
}

/** The new part for what was picked. */
function usePartFor(): (picked: string) => Doc {
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { data: traits } = useQuery(traitsQuery);
  return (picked) => {
    const [of, name] = splitField(picked);
    if (of === 'did') return { did: { event: name } };
    if (of === 'member') return { member: name };
    if (of === 'trait') return newPart.trait(name, traits?.find(({ id }) => id === name)?.trait);
    if (of === 'other') return newPart.other(name);
    const kind = vocabulary?.attributes.find(({ path }) => path === name)?.kind ?? 'text';
    return { attribute: name, ...newTest(kind) };
  };
}
