import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Said } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { ValueList } from '../../diagrams/value-list.tsx';
import type { SetupProps } from '../../part-kind.ts';
import type { NeighboursQuery } from './query.ts';

/** The value in the middle. */
export function ValueChoice({ query, asked, isFixed, onQuery }: SetupProps<NeighboursQuery>): ReactNode {
  const words = useWords().diagrams;
  const [isOpen, setOpen] = useState(false);
  const said = [query.value].flat().join(' / ') || words.choose;
  if (isFixed) return <Said label={words.flow.value}>{said}</Said>;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={diagrams.choice} onClick={() => setOpen(!isOpen)}>
          <span className="dimmed">{words.flow.value}</span> {said}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={words.flow.value}>
        {isOpen && (
          <ValueList
            dimension={query.dimension}
            range={asked.range}
            label={words.findValue}
            onPick={(value) => {
              setOpen(false);
              onQuery((now) => ({ ...now, value }));
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
