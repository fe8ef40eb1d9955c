import { type Counted, type CountedEvent, sessionsOf } from './recount.ts';
import type { Funnel, FunnelStep } from './truth/funnels.ts';

const CHANNELS: Readonly<Record<string, string>> = { web: 'web', app: 'app', stores: 'store' };

/** Counts a funnel of the answer sheet again, by walking everybody's events from the first to the last. */
export function recountFunnel(funnel: Funnel, people: readonly Counted[], start: number): number[] {
  const counts = funnel.steps.map(() => 0);
  for (const person of people) {
    const walks =
      funnel.within === 'session'
        ? sessionsOf(person, start)
        : [person.events.filter(({ time }) => time >= start).sort((a, b) => a.time - b.time)];
    for (const events of walks) {
      let step = 0;
      for (const event of events) if (step < funnel.steps.length && fits(event, funnel.steps[step]!)) step++;
      for (let i = 0; i < step; i++) counts[i]!++;
    }
  }
  return counts;
}

function fits({ name, source }: CountedEvent, { event, channels }: FunnelStep): boolean {
  return name === event && (!channels || (channels as readonly string[]).includes(CHANNELS[source] ?? ''));
}
