import { type CSSProperties, type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Choice } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionChoice } from '../../diagrams/dimension-choice.tsx';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { useNames } from '../../model/use-names.ts';
import type { BrickProps } from './query.ts';
import { USUAL } from './usual.ts';

const DAYS = [1, 3, 7, 14, 30, 60, 90];
const ROWS = 10;

/** How much of what stores sell began online: in all, by the last touch, and by store. */
export function BrickView(props: BrickProps): ReactNode {
  const words = useWords().diagrams;
  const say = words.brick;
  const format = useFormat();
  const { query, answer, isFixed, onQuery, onOpen } = props;
  const { total } = answer;
  return (
    <div>
      <div className={diagrams.settings}>
        <Choice
          label={say.window}
          value={query.days ?? USUAL.days}
          isFixed={isFixed}
          options={[...new Set([...DAYS, query.days ?? USUAL.days])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: say.days(value) }))}
          onChange={(days) => onQuery((now) => ({ ...now, days }))}
        />
        <DimensionChoice
          label={say.by}
          value={query.by ?? USUAL.by}
          isFixed={isFixed}
          onChange={(by) => onQuery((now) => ({ ...now, by }))}
        />
      </div>
      <dl className={diagrams.facts}>
        <div>
          <dt>{say.assisted}</dt>
          <dd>
            <OpenNumber
              opened={{ name: say.assisted, value: format.number(total.orders), cell: {} }}
              onOpen={onOpen}
            />
          </dd>
        </div>
        {[
          [say.orderShare(format.number(total.storeOrders)), format.percent(total.orderShare)],
          [say.revenue, format.money(total.revenue)],
          [say.revenueShare(format.money(total.storeRevenue)), format.percent(total.revenueShare)],
          [say.median, total.medianDays === null ? '—' : format.number(round(total.medianDays))],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={diagrams.columns}>
        <Touches {...props} />
        <Stores {...props} />
      </div>
    </div>
  );
}

function Touches({ query, answer, onOpen }: BrickProps): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const by = query.by ?? USUAL.by;
  return (
    <Ranking
      title={words.brick.lastTouch(names.dimension(by))}
      rows={answer.touches.map((row) => ({
        ...row,
        name: row.value ? names.value(by, row.value) : words.brick.noValue,
        title: names.whole(by, row.value),
        of: undefined,
      }))}
      cell={(row) => ({ value: row.value ?? '' })}
      filter={(row) => ({ dimension: by, value: row.value ?? '' })}
      onOpen={onOpen}
    />
  );
}

function Stores({ answer, onOpen }: BrickProps): ReactNode {
  const words = useWords().diagrams.brick;
  const names = useNames();
  return (
    <Ranking
      title={words.store}
      rows={answer.stores.map((row) => ({
        ...row,
        value: row.store,
        name: row.store ? names.value('store', row.store) : words.noStore,
        title: names.whole('store', row.store),
        of: row.storeOrders,
      }))}
      cell={(row) => ({ store: row.value ?? '' })}
      filter={(row) => ({ dimension: 'store', value: row.value ?? '' })}
      onOpen={onOpen}
    />
  );
}

interface Row {
  readonly name: string;
  /** With its id, where it is a name. */
  readonly title: string;
  readonly value: string;
  readonly orders: number;
  readonly revenue: number;
  readonly medianDays: number | null;
  /** All orders of the store, whether or not a touch led to them. */
  readonly of: number | undefined;
}

function Ranking(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly cell: (row: Row) => object;
  readonly filter: (row: Row) => { readonly dimension: string; readonly value: string };
  readonly onOpen: BrickProps['onOpen'];
}): ReactNode {
  const words = useWords().diagrams;
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const { title, rows, cell, filter, onOpen } = props;
  const most = Math.max(1, ...rows.map(({ orders }) => orders));
  return (
    <div className={diagrams.scroll}>
      <table className={diagrams.table}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="number">
              {words.brick.orders}
            </th>
            <th scope="col" className="number">
              {words.brick.amount}
            </th>
            <th scope="col" className="number">
              {words.brick.median}
            </th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? rows : rows.slice(0, ROWS)).map((row) => (
            <tr key={row.value}>
              <th scope="row" title={row.title}>
                {row.name}
              </th>
              <td className="number">
                <OpenNumber
                  opened={{
                    name: row.name,
                    value: format.number(row.orders),
                    cell: cell(row),
                    ...(row.value === '' ? {} : { filter: filter(row) }),
                  }}
                  onOpen={onOpen}
                />
                {row.of !== undefined && <span className="dimmed"> / {format.number(row.of)}</span>}
                <span className={diagrams.bar} style={{ '--share': row.orders / most } as CSSProperties} />
              </td>
              <td className="number">{format.money(row.revenue)}</td>
              <td className="number">
                {row.medianDays === null ? '—' : format.number(round(row.medianDays))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS && (
        <button
          type="button"
          className={diagrams.choice}
          style={{ marginTop: 6 }}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.fewer : words.all(rows.length)}
        </button>
      )}
    </div>
  );
}

function round(days: number): number {
  return Math.round(days * 10) / 10;
}
