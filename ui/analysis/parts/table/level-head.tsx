import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Menu, MenuBranch, MenuItem } from '../../../parts/menu.tsx';
import { useDrop } from '../../model/use-drop.ts';
import { useModel, useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { optionsOf } from '../../pick/options.ts';
import { addLevel, removeLevel, setLevel, sortBy, sortOf } from './change-query.ts';
import type { TableAnswer, TableQuery } from './query.ts';
import styles from './table.module.css';

const OFFERED = 16;

/** The head of the rows: by what they are broken down. A dimension dropped here takes the place of the first. */
export function LevelHead({ query, isFixed, onQuery }: PartViewProps<TableQuery, TableAnswer>): ReactNode {
  const words = useWords().parts.table;
  const names = useNames();
  const sort = sortOf(query);
  const { isOver, props: drop } = useDrop(isFixed ? [] : ['dimension'], (component) => {
    if (component.kind !== 'dimension') return;
    onQuery(query.levels.length === 0 ? addLevel(component.id) : setLevel(0, component.id));
  });
  return (
    <th
      scope="col"
      className={`${styles.head} ${isOver ? styles.over : ''}`}
      aria-sort={sort.by === 'value' ? sort.order : 'none'}
      {...drop}
    >
      <span className={styles.levels}>
        {query.levels.map(({ dimension }, at) => {
          const name = names.dimension(dimension);
          return (
            <span key={dimension}>
              {at > 0 && ' › '}
              {isFixed ? name : <LevelMenu at={at} name={name} query={query} onQuery={onQuery} />}
            </span>
          );
        })}
        {query.levels.length === 0 && words.total}
        {sort.by === 'value' && <span aria-hidden="true">{sort.order === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </span>
    </th>
  );
}

function LevelMenu(props: {
  readonly at: number;
  readonly name: string;
  readonly query: TableQuery;
  readonly onQuery: PartViewProps<TableQuery, TableAnswer>['onQuery'];
}): ReactNode {
  const words = useWords().parts.table;
  const model = useModel();
  const names = useNames();
  const { at, name, query, onQuery } = props;
  return (
    <Menu
      position="bottom-start"
      width={240}
      target={
        <button type="button" className={styles.sort} title={words.levelMenu(name)}>
          {name}
          <IconChevronDown size={12} aria-hidden style={{ verticalAlign: '-1px', marginLeft: 2 }} />
        </button>
      }
    >
      {at === 0 && <MenuItem onClick={() => onQuery(sortBy('value'))}>{words.sortByName}</MenuItem>}
      <MenuBranch label={words.replace}>
        {optionsOf('dimension', model, names, '')
          .slice(0, OFFERED)
          .map(({ key, label, component }) => (
            <MenuItem
              key={key}
              onClick={() => component.kind === 'dimension' && onQuery(setLevel(at, component.id))}
            >
              {label}
            </MenuItem>
          ))}
      </MenuBranch>
      {query.levels.length > 1 && (
        <MenuItem color="red" onClick={() => onQuery(removeLevel(at))}>
          {words.removeLevel}
        </MenuItem>
      )}
    </Menu>
  );
}
