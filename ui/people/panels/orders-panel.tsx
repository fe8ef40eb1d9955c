import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/when.tsx';
import { channelText } from '../event-text.ts';
import styles from '../people.module.css';
import type { Person } from '../queries.ts';

const SHOWN = 8;

/** Her newest orders. */
export function OrdersPanel({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const { count, recent } = person.purchases;
  return (
    <Panel title={words.person.orderList} note={<Chip>{format.number(count)}</Chip>}>
      {recent.length === 0 ? (
        <Empty why={words.person.noOrders} />
      ) : (
        <ul className={styles.list}>
          {recent.slice(0, SHOWN).map((order) => (
            <li key={order.id} className={styles.line}>
              <span className={styles.value}>
                {order.id}
                <span className="small">
                  <br />
                  <When time={order.placed} /> · {channelText(order.channel, words)} ·{' '}
                  {words.person.units(order.units)}
                </span>
              </span>
              <span className="number">
                {format.money(order.amount, order.currency)}
                {order.cancelled !== null && (
                  <>
                    <br />
                    <Chip tone="bad">{words.person.cancelled}</Chip>
                  </>
                )}
                {order.cancelled === null && order.refunded > 0 && (
                  <span className="small">
                    <br />
                    {words.person.refunded(format.money(order.refunded, order.currency))}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
