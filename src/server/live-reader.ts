/** One thing that happened, shared by all readers of its topic; its text is made once, when the first reader sends it. */
export interface LiveItem {
  readonly topic: string;
  readonly item: unknown;
  text?: string | undefined;
}

/** What one reader has not been sent yet. The oldest leave when it is full, and the reader is told how many. */
export interface Waitlist {
  add(item: LiveItem): void;
  /** Takes everything as Server-Sent Events, one `batch` event per topic; an empty text when nothing waits. */
  take(): string;
}

/** Makes an empty list for at most `itemsMax` items. */
export function createWaitlist(itemsMax: number): Waitlist {
  const ring: LiveItem[] = [];
  let oldest = 0;
  const dropped = new Map<string, number>();
  return {
    add(item) {
      if (ring.length < itemsMax) {
        ring.push(item);
        return;
      }
      const leaving = ring[oldest] as LiveItem;
      dropped.set(leaving.topic, (dropped.get(leaving.topic) ?? 0) + 1);
      ring[oldest] = item;
      oldest = (oldest + 1) % itemsMax;
    },
    take() {
      if (ring.length === 0) return '';
      const byTopic = new Map<string, string[]>();
      for (let i = 0; i < ring.length; i++) {
        const item = ring[(oldest + i) % ring.length] as LiveItem;
        const text = textOf(item);
        if (text === undefined) {
          dropped.set(item.topic, (dropped.get(item.topic) ?? 0) + 1);
          continue;
        }
        const texts = byTopic.get(item.topic);
        if (texts) texts.push(text);
        else byTopic.set(item.topic, [text]);
      }
      // A topic whose every item was pushed out by another topic still has its loss told.
      for (const topic of dropped.keys()) if (!byTopic.has(topic)) byTopic.set(topic, []);
      const events = [...byTopic].map(([topic, texts]) => toEvent(topic, texts, dropped.get(topic) ?? 0));
      ring.length = 0;
      oldest = 0;
      dropped.clear();
      return events.join('');
    },
  };
}

/** Undefined for what is not JSON (a bigint, a circle): it counts as dropped, because nothing may fail for want of a viewer. */
function textOf(item: LiveItem): string | undefined {
  try {
    item.text ??= JSON.stringify(item.item);
  } catch {
    return undefined;
  }
  return item.text;
}

function toEvent(topic: string, texts: readonly string[], droppedCount: number): string {
  return `event: batch\ndata: {"topic":${JSON.stringify(topic)},"droppedCount":${droppedCount},"items":[${texts.join(',')}]}\n\n`;
}
