import type { Job } from './job.ts';
import { type JobRunner, type RunJobDeps, runJob } from './run-job.ts';

export interface QueueDeps extends RunJobDeps {
  /** Told about failures of our own making, for the log. */
  onError?(error: unknown, jobId: string): void;
}

/** The imports that wait, and the one at work. */
export interface Queue {
  add(id: string): void;
  /** The job as it is at this moment, when it is the one at work. */
  live(id: string): Job | undefined;
  /** The job at work as it is at this moment. */
  running(): Job | undefined;
  /** Takes a job out and waits until it no longer runs. */
  stop(id: string): Promise<void>;
  close(): Promise<void>;
}

/** One import at a time: two would share the same log and only take longer. */
export function createQueue(deps: QueueDeps): Queue {
  let waiting: string[] = [];
  let current: JobRunner | undefined;
  let isClosed = false;
  const next = () => {
    const id = waiting.shift();
    if (id === undefined || isClosed || current !== undefined) return;
    const runner = runJob(id, deps);
    current = runner;
    void runner.done
      .catch((error) => deps.onError?.(error, id))
      .then(() => {
        current = undefined;
        next();
      });
  };
  return {
    add(id) {
      if (!waiting.includes(id)) waiting.push(id);
      if (current === undefined) next();
    },
    live: (id) => (current?.id === id ? current.job() : undefined),
    running: () => current?.job(),
    async stop(id) {
      waiting = waiting.filter((other) => other !== id);
      if (current?.id !== id) return;
      const { done } = current;
      current.stop();
      await done.catch(() => undefined);
    },
    async close() {
      isClosed = true;
      const done = current?.done;
      current?.stop();
      await done?.catch(() => undefined);
    },
  };
}
