import type { Item } from '../stage.ts';

/** Items in order of delivery, with a look at the next one. */
export interface ItemStream {
  /** The next item, which stays; undefined at the end. */
  peek(): Item | undefined;
  /** Takes the next item; undefined at the end. */
  take(): Item | undefined;
}

/** Makes a generator of items one that can be looked into. */
export function streamOf(items: Iterator<Item>): ItemStream {
  let next: Item | undefined;
  let isAhead = false;
  const look = (): Item | undefined => {
    if (isAhead) return next;
    const { done, value } = items.next();
    [next, isAhead] = [done === true ? undefined : value, true];
    return next;
  };
  return {
    peek: look,
    take() {
      const item = look();
      // At the end the answer stays.
      if (item) isAhead = false;
      return item;
    },
  };
}
