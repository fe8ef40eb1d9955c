import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function work(started: string[], name: string) {
  let end = (): void => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = (): Promise<void> => {
    started.push(name);
    return done;
  };
  return { run, end: () => end() };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the turns of questions', () => {
  it('let one user with many questions not keep another waiting', async () => {
    const turns = new Turns({ atOnce: 2, perUser: 2, waitingPerUser: 10 });
    const started: string[] = [];
    const jobs = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => ({ name, ...work(started, name) }));
    const ended = jobs.map(({ name, run }) => turns.run(name[0]!, never, run));
    await settle();
    expect(started).toEqual(['a1', 'a2']);
    jobs[0]!.end();
    await ended[0];
    await settle();
    expect(started).toEqual(['a1', 'a2', 'b1']);
    for (const { end } of jobs) end();
    await Promise.all(ended);
    expect(started).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
    expect(turns.figures).toEqual({ waiting: 0, running: 0 });
  });

  it('forget a question that is given up while it waits, and go on after one that fails', async () => {
    const turns = new Turns({ atOnce: 1, perUser: 1, waitingPerUser: 10 });
    const started: string[] = [];
    const first = work(started, 'first');
    const running = turns.run('a', never, first.run);
    const gone = new AbortController();
    const given = turns.run('a', gone.signal, work(started, 'given up').run);
    const failing = turns.run('a', never, () => Promise.reject(new Error('broken')));
    gone.abort();
    await expect(given).rejects.toMatchObject({ code: 'analytics.cancelled' });
    first.end();
    await running;
    await expect(failing).rejects.toThrow('broken');
    expect(started).toEqual(['first']);
    await expect(turns.run('a', never, async () => 'next')).resolves.toBe('next');
  });

  it('turn a user away who has too many waiting', async () => {
    const turns = new Turns({ atOnce: 1, perUser: 1, waitingPerUser: 1 });
    const first = work([], 'first');
    const running = [turns.run('a', never, first.run), turns.run('a', never, async () => {})];
    await expect(turns.run('a', never, async () => {})).rejects.toMatchObject({
      code: 'analytics.too-many-questions',
      status: 429,
    });
    first.end();
    await Promise.all(running);
  });
});
