import { Menu } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useModel, useNames } from '../model/use-names.ts';
import { optionsOf } from '../pick/options.ts';

/** Those most used; the last entry of the menu leads to all. */
const OFFERED = 12;

/** The dimensions by which a number is broken down, as a menu within a menu. */
export function BreakDown(props: {
  readonly label: string;
  readonly onPick: (dimension: string) => void;
  /** Somebody wants another one than those. */
  readonly onOther: () => void;
}): ReactNode {
  const words = useWords().analysis.number;
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
        <Menu.Item onClick={props.onOther}>{words.otherDimension}</Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
