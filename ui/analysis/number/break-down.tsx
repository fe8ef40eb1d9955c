import { Menu } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useModel, useNames } from '../model/use-names.ts';
import { optionsOf } from '../pick/options.ts';

/** As many as a menu holds without being a list; the chart's own "+" has them all. */
const OFFERED = 14;

/** The dimensions by which a number is broken down, as a menu within a menu. */
export function BreakDown(props: {
  readonly label: string;
  readonly onPick: (dimension: string) => void;
}): ReactNode {
  const model = useModel();
  const names = useNames();
  const options = useMemo(() => optionsOf('dimension', model, names, '').slice(0, OFFERED), [model, names]);
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{props.label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {options.map(({ key, label, component }) => (
          <Menu.Item key={key} onClick={() => component.kind === 'dimension' && props.onPick(component.id)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
