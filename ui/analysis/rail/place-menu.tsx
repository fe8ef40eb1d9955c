import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { MenuButton } from '../../parts/menu-button.tsx';
import { onPanel } from '../frame/drop-on-part.ts';
import type { Component } from '../model/component.ts';
import { useWorkbench } from '../workspace/workbench.ts';

/** Puts a component into a panel: what dropping it there does. */
export function PlaceMenu(props: {
  readonly label: string;
  readonly component: Component;
  readonly more?: readonly { readonly label: string; readonly onChoose: () => void }[];
}): ReactNode {
  const words = useWords().analysis;
  const { workspace, change, newId } = useWorkbench();
  const { label, component, more = [] } = props;
  const say =
    component.kind === 'dimension' || component.kind === 'metric' ? words.newTableIn : words.keepToIn;
  return (
    <MenuButton
      target={
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={words.use(label)}>
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      }
      choices={[
        ...workspace.panels.map((panel, i) => ({
          label: say(panel.title ?? words.panel(i + 1)),
          onChoose: () => change(onPanel(panel.id, component, newId)),
        })),
        ...more,
      ]}
    />
  );
}
