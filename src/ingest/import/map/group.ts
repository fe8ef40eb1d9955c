import type { Row } from '../read/rows.ts';
import { Fault } from './fault.ts';
import type { Outcome, Rules } from './preset.ts';

/** Lines of an order may have this many other lines between them: exports sorted by time interleave what several tills do. */
export const GROUP_WINDOW_ROWS = 100;

/** A group that grows beyond this is no order: the wrong column was named. */
const GROUP_ROWS_MAX = 5_000;

/** Rows go in, in the order of the file; events, rejects and drops come out. */
export interface Grouping {
  take(row: Row): void;
  /** The file has ended: what is open is mapped. */
  end(): void;
  /**
   * How many rows from the start have had all their consequences while no later row has had any: reading may go on
   * there after a kill and gives exactly the rest. Undefined while groups overlap.
   */
  settledRows(): number | undefined;
}

interface Group {
  readonly first: number;
  last: number;
  readonly rows: Row[];
  /** What is wrong with it: then it is a single row that cannot be mapped. */
  readonly fault: Fault | undefined;
}

const TOO_MANY_ROWS = new Fault('order.too-many-lines');

/**
 * Brings rows of one key together and maps them. A group is closed when GROUP_WINDOW_ROWS other rows have gone by, which
 * depends on the file alone: wherever reading starts again, the groups are the same.
 */
export function createGrouping(rules: Rules, outcome: Outcome): Grouping {
  const { keyOf } = rules;
  // The least recently touched group is the first: a touched one is taken out and put in again.
  const open = new Map<string, Group>();
  let newestKey: string | undefined;
  let taken = 0;
  let lastClosed = -1;
  const close = (key: string, group: Group) => {
    open.delete(key);
    if (newestKey === key) newestKey = undefined;
    lastClosed = Math.max(lastClosed, group.last);
    mapGroup(group, rules, outcome);
  };
  const closeBefore = (row: number) => {
    for (const [key, group] of open) {
      if (group.last >= row) return;
      close(key, group);
    }
  };
  return {
    take(row) {
      const at = taken++;
      const read = row.broken === undefined ? keyOf?.(row) : new Fault(row.broken);
      const fault = read instanceof Fault ? read : undefined;
      if (keyOf === undefined) {
        lastClosed = at;
        return mapGroup({ first: at, last: at, rows: [row], fault }, rules, outcome);
      }
      closeBefore(at - GROUP_WINDOW_ROWS);
      // A row that cannot be mapped waits like all others, so that what has come out is always a beginning of the file.
      const key = read === undefined || read instanceof Fault ? `\u0000${at}` : read;
      const group = open.get(key);
      if (group === undefined) open.set(key, { first: at, last: at, rows: [row], fault });
      else {
        group.rows.push(row);
        group.last = at;
        if (key !== newestKey) {
          open.delete(key);
          open.set(key, group);
        }
        if (group.rows.length > GROUP_ROWS_MAX) return close(key, group);
      }
      newestKey = key;
    },
    end: () => closeBefore(taken),
    settledRows() {
      let settled = taken;
      for (const group of open.values()) settled = Math.min(settled, group.first);
      return settled > lastClosed ? settled : undefined;
    },
  };
}

function mapGroup(group: Group, rules: Rules, outcome: Outcome): void {
  const fault = group.rows.length > GROUP_ROWS_MAX ? TOO_MANY_ROWS : group.fault;
  if (fault === undefined) rules.map(group.rows, outcome);
  else for (const row of group.rows) outcome.reject(row, fault);
}
