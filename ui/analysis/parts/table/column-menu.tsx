import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSpeech, useWords } from '../../../language/speech.tsx';
import { useModel, useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { optionsOf } from '../../pick/options.ts';
import { addSegment, moveColumn, removeColumn, setColumn, sortBy } from './change-query.ts';
import { FormulaDialog } from './formula-dialog.tsx';
import type { Column, TableAnswer, TableLook, TableQuery } from './query.ts';

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
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={say.columnMenu(title)}
            data-export="no"
          >
            <IconChevronDown size={13} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onQuery(sortBy(at))}>{say.sort}</Menu.Item>
          {isCompared && (
            <Menu.Item onClick={() => onQuery(sortBy(at, 'change'))}>{say.sortByChange}</Menu.Item>
          )}
          <Menu.Divider />
          {'metric' in column && (
            <Choices label={say.replace}>
              {optionsOf('metric', model, names, '')
                .slice(0, OFFERED)
                .map(({ key, label, component }) => (
                  <Menu.Item
                    key={key}
                    onClick={() =>
                      component.kind === 'metric' &&
                      onQuery(setColumn(at, { ...column, metric: component.id }))
                    }
                  >
                    {label}
                  </Menu.Item>
                ))}
            </Choices>
          )}
          {'formula' in column && <Menu.Item onClick={() => setWriting(true)}>{say.editFormula}</Menu.Item>}
          {!('attribution' in column) && (
            <Choices label={say.segment}>
              {optionsOf('segment', model, names, '')
                .slice(0, OFFERED)
                .map(({ key, label, component }) => (
                  <Menu.Item
                    key={key}
                    onClick={() => component.kind === 'segment' && onQuery(addSegment(at, component.segment))}
                  >
                    {label}
                  </Menu.Item>
                ))}
            </Choices>
          )}
          {'segments' in column && column.segments && column.segments.length > 0 && (
            <Menu.Item
              onClick={() => {
                const { segments: _, ...rest } = column;
                onQuery(setColumn(at, rest));
              }}
            >
              {say.noSegment}
            </Menu.Item>
          )}
          {'metric' in column && query.levels.length === 1 && (
            <Choices label={say.attribution}>
              <Menu.Item onClick={() => onQuery(setColumn(at, { metric: column.metric }))}>
                {say.noModel}
              </Menu.Item>
              {MODELS.map((each) => (
                <Menu.Item
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
                </Menu.Item>
              ))}
            </Choices>
          )}
          <Menu.Divider />
          <Menu.Item disabled={at === 0} onClick={() => onQuery(moveColumn(at, -1))}>
            {say.moveLeft}
          </Menu.Item>
          <Menu.Item disabled={at === query.columns.length - 1} onClick={() => onQuery(moveColumn(at, 1))}>
            {say.moveRight}
          </Menu.Item>
          <LookItems {...props} />
          <Menu.Divider />
          <Menu.Item
            color="red"
            disabled={query.columns.length === 1}
            onClick={() => onQuery(removeColumn(at))}
          >
            {say.removeColumn}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isWriting && 'formula' in column && (
        <FormulaDialog
          column={column}
          onFormula={(next) => onQuery(setColumn(at, next))}
          onClose={() => setWriting(false)}
          ask={props.ask}
        />
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
        <Menu.Item
          onClick={() => onLook({ ...settings, beside: settings.beside === 'share' ? 'change' : 'share' })}
        >
          {settings.beside === 'share' ? say.showChange : say.showShare}
        </Menu.Item>
      )}
      <Menu.Item onClick={() => onLook({ ...settings, isWithoutBars: !settings.isWithoutBars })}>
        {settings.isWithoutBars ? say.showBars : say.hideBars}
      </Menu.Item>
      <Menu.Item onClick={() => onQuery((now) => toggleSparks(now))}>
        {query.sparklines ? say.hideCourse : say.showCourse}
      </Menu.Item>
    </>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function toggleSparks(query: TableQuery): TableQuery {
  const { sparklines, ...rest } = query;
  return sparklines ? rest : { ...rest, sparklines: 'day' };
}
