/** What the server sends: what happened since the last batch, without the oldest that did not fit. */
export interface LiveBatch {
  readonly topic: string;
  readonly droppedCount: number;
  readonly items: readonly unknown[];
}

type Listener = (batch: LiveBatch) => void;

/** Six open streams block every other request of an origin on HTTP/1.1, so all tabs of a browser share one. */
const NAME = 'rapport-live';
const TOPICS = ['events'];
const REOPEN_MS = 5_000;

/** The live stream of this browser: the tab that holds the lock reads it and tells the others. */
export interface LiveStream {
  /** Calls the listener with every batch until the returned function is called. */
  follow(listener: Listener): () => void;
}

/**
 * Makes the stream of this tab; nothing is opened before somebody follows.
 * @param onRefused hears that the server does not let this browser follow (any more)
 */
export function createLiveStream(onRefused: () => void): LiveStream {
  const listeners = new Set<Listener>();
  const channel = new BroadcastChannel(NAME);
  const tell: Listener = (batch) => {
    for (const listener of listeners) listener(batch);
  };
  channel.onmessage = (message: MessageEvent<LiveBatch>) => tell(message.data);
  let leaving: AbortController | undefined;
  const lead = (): void => {
    const left = new AbortController();
    leaving = left;
    const work = (): Promise<void> =>
      readUntil(
        left.signal,
        (batch) => {
          tell(batch);
          channel.postMessage(batch);
        },
        onRefused,
      );
    // Without locks (an old browser, no secure origin) each tab reads for itself.
    const asked = navigator.locks?.request(NAME, { signal: left.signal }, work) ?? work();
    // Leaving before the lock came is no mistake.
    asked.catch(() => undefined);
  };
  return {
    follow(listener) {
      listeners.add(listener);
      if (listeners.size === 1) lead();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) leaving?.abort();
      };
    },
  };
}

/** Reads the stream until the signal. EventSource gives up for good when it is refused once, so it is opened anew. */
function readUntil(signal: AbortSignal, tell: Listener, onRefused: () => void): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource | undefined;
    const open = (): void => {
      source = new EventSource(`/api/live?${TOPICS.map((topic) => `topic=${topic}`).join('&')}`);
      source.addEventListener('batch', (event) => tell(JSON.parse(event.data) as LiveBatch));
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        onRefused();
        timer = setTimeout(open, REOPEN_MS);
      };
    };
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      resolve();
    });
    open();
  });
}
