import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useSpeech, useWords } from '../../../language/speech.tsx';
import { Menu, MenuBranch, MenuDivider, MenuItem } from '../../../parts/menu.tsx';
import { useModel, useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { optionsOf } from '../../pick/options.ts';
import { addSegment, moveColumn, removeColumn, setColumn, sortBy } from './change-query.ts';
import type { Column, TableAnswer, TableLook, TableQuery } from './query.ts';

const FormulaDialog = lazy(async () => ({ default: (await import('./formula-dialog.tsx')).FormulaDialog }));

const OFFERED = 14;
/** Models of attribution that need no settings of their own. */
const MODELS = [
  'last',
  'first',
  'same',
  'linear',
  'participation',
  'u-shaped',
  'time-decay',
  'data-driven',
  'markov',
] as const;
type Model = Extract<Column, { attribution: unknown }>['attribution']['model'];

/** What can be done with a column. */
export function ColumnMenu(
  props: PartViewProps<TableQuery, TableAnswer> & {
    readonly at: number;
    readonly title: string;
    readonly column: Column;
  },
): ReactNode {
  const { words } = useSpeech();
  const say = words.parts.table;
  const model = useModel();
  const names = useNames();
  const [isWriting, setWriting] = useState(false);
  const { at, title, column, query, answer, onQuery } = props;
  const isCompared = answer.total.changes !== undefined;
  return (
    <>
      <Menu
        width={230}
        target={
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={say.columnMenu(title)}
            data-export="no"
          >
            <IconChevronDown size={13} aria-hidden />
          </ActionIcon>
        }
      >
        <MenuItem onClick={() => onQuery(sortBy(at))}>{say.sort}</MenuItem>
        {isCompared && <MenuItem onClick={() => onQuery(sortBy(at, 'change'))}>{say.sortByChange}</MenuItem>}
        <MenuDivider />
        {'metric' in column && (
          <Choices label={say.replace}>
            {optionsOf('metric', model, names, '')
              .slice(0, OFFERED)
              .map(({ key, label, component }) => (
                <MenuItem
                  key={key}
                  onClick={() =>
                    component.kind === 'metric' && onQuery(setColumn(at, { ...column, metric: component.id }))
                  }
                >
                  {label}
                </MenuItem>
              ))}
          </Choices>
        )}
        {'formula' in column && <MenuItem onClick={() => setWriting(true)}>{say.editFormula}</MenuItem>}
        {!('attribution' in column) && (
          <Choices label={say.segment}>
            {optionsOf('segment', model, names, '')
              .slice(0, OFFERED)
              .map(({ key, label, component }) => (
                <MenuItem
                  key={key}
                  onClick={() => component.kind === 'segment' && onQuery(addSegment(at, component.segment))}
                >
                  {label}
                </MenuItem>
              ))}
          </Choices>
        )}
        {'segments' in column && column.segments && column.segments.length > 0 && (
          <MenuItem
            onClick={() => {
              const { segments: _, ...rest } = column;
              onQuery(setColumn(at, rest));
            }}
          >
            {say.noSegment}
          </MenuItem>
        )}
        {'metric' in column && query.levels.length === 1 && (
          <Choices label={say.attribution}>
            <MenuItem onClick={() => onQuery(setColumn(at, { metric: column.metric }))}>
              {say.noModel}
            </MenuItem>
            {MODELS.map((each) => (
              <MenuItem
                key={each}
                onClick={() =>
                  onQuery(
                    setColumn(at, {
                      metric: column.metric,
                      attribution: { model: { model: each } as Model },
                    }),
                  )
                }
              >
                {say.models[each]}
              </MenuItem>
            ))}
          </Choices>
        )}
        <MenuDivider />
        <MenuItem disabled={at === 0} onClick={() => onQuery(moveColumn(at, -1))}>
          {say.moveLeft}
        </MenuItem>
        <MenuItem disabled={at === query.columns.length - 1} onClick={() => onQuery(moveColumn(at, 1))}>
          {say.moveRight}
        </MenuItem>
        <LookItems {...props} />
        <MenuDivider />
        <MenuItem color="red" disabled={query.columns.length === 1} onClick={() => onQuery(removeColumn(at))}>
          {say.removeColumn}
        </MenuItem>
      </Menu>
      {isWriting && 'formula' in column && (
        <Suspense>
          <FormulaDialog
            column={column}
            onFormula={(next) => onQuery(setColumn(at, next))}
            onClose={() => setWriting(false)}
            ask={props.ask}
          />
        </Suspense>
      )}
    </>
  );
}

/** How all columns are drawn. */
function LookItems({
  query,
  answer,
  look,
  onLook,
  onQuery,
}: PartViewProps<TableQuery, TableAnswer>): ReactNode {
  const say = useWords().parts.table;
  const settings = look as TableLook;
  const isCompared = answer.total.changes !== undefined;
  return (
    <>
      {isCompared && (
        <MenuItem
          onClick={() => onLook({ ...settings, beside: settings.beside === 'share' ? 'change' : 'share' })}
        >
          {settings.beside === 'share' ? say.showChange : say.showShare}
        </MenuItem>
      )}
      <MenuItem onClick={() => onLook({ ...settings, isWithoutBars: !settings.isWithoutBars })}>
        {settings.isWithoutBars ? say.showBars : say.hideBars}
      </MenuItem>
      <MenuItem onClick={() => onQuery((now) => toggleSparks(now))}>
        {query.sparklines ? say.hideCourse : say.showCourse}
      </MenuItem>
    </>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return <MenuBranch label={label}>{children}</MenuBranch>;
}

function toggleSparks(query: TableQuery): TableQuery {
  const { sparklines, ...rest } = query;
  return sparklines ? rest : { ...rest, sparklines: 'day' };
}
