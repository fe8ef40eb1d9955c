import { planMessage } from './behaviour/campaign-day.ts';
import { emitMaster } from './behaviour/login.ts';
import { planPast } from './behaviour/past.ts';
import { dayFrame, planDay } from './behaviour/person-day.ts';
import { playVisit } from './behaviour/play-visit.ts';
import { planStrangers } from './behaviour/strangers.ts';
import { planWorld, reportAds } from './behaviour/world-feed.ts';
import { Heap } from './heap.ts';
import type { Device } from './people/devices.ts';
import { makePerson, tabletOf } from './people/make-person.ts';
import type { Person } from './people/person.ts';
import { makeSarah, planSarah } from './sarah.ts';
import type { Item, Stage } from './stage.ts';
import { DAY_MS, midnight } from './time.ts';
import type { Assignment, Fact } from './truth/fact.ts';
import type { World } from './world/world.ts';

/** What the export of the customer master takes for a row; a million of them take most of a day. */
const MASTER_ROW_MS = 50;

/** Who is told the truth while the messages go by. */
export interface Witness {
  /** Something true was delivered at a moment. */
  fact(fact: Fact, at: number): void;
  assigned(assignment: Assignment): void;
}

/**
 * Everything that happens to the retailer, in order of time: first the orders that were remembered, then the window day
 * by day, then what comes after `now`. Memory holds the people and what is under way, never the past.
 * The messages of a person hang on the seed, the window and her number; how many others there are changes nothing,
 * as long as her neighbour (2n, 2n + 1), with whom she may share a tablet, is there too.
 */
export function* generate(world: World, people: readonly Person[], witness?: Witness): Generator<Item, void> {
  const agenda = new Heap<() => void>();
  const outbox = new Heap<Item>();
  const clicks = new Map<string, number>();
  const stage: Stage = {
    world,
    schedule: (at, run) => agenda.push(at, run),
    emit: (source, at, message, fact) => outbox.push(at, { source, at, message, fact }),
    visit: (person, device, cause, at) => {
      if (cause.campaignId !== '') clicks.set(cause.campaignId, (clicks.get(cause.campaignId) ?? 0) + 1);
      playVisit(stage, person, device, cause, at);
    },
    assign: (assignment) => witness?.assigned(assignment),
  };
  planWorld(stage);
  if (world.options.withSarah) planSarah(stage, makeSarah(world));
  for (const person of people) planPast(stage, person);
  for (const person of people)
    if (person.isKnown && person.kind !== 'guest') {
      // One row after the other on the day before: all at once would be a heap of messages as high as the shop is large.
      const at = world.start - DAY_MS + person.index * MASTER_ROW_MS;
      stage.schedule(at, () => emitMaster(stage, person, at));
    }
  yield* play(world.start, agenda, outbox, witness);
  for (let day = world.start; day < world.until; day += DAY_MS) {
    const frame = dayFrame(day);
    for (const campaign of world.messages)
      if (midnight(campaign.at) === day) for (const person of people) planMessage(stage, person, campaign);
    for (const person of people) planDay(stage, person, frame);
    planStrangers(stage, day, people.length);
    const end = Math.min(day + DAY_MS, world.until);
    yield* play(end, agenda, outbox, witness);
    reportAds(stage, day, clicks);
    clicks.clear();
  }
  yield* play(world.until, agenda, outbox, witness);
}

/** The people of a world. They are made once and live through one generation. */
export function makePeople(world: World): Person[] {
  const people: Person[] = [];
  let tablet: Device | undefined;
  for (let index = 0; index < world.options.people; index++) {
    if (index % 2 === 0) tablet = tabletOf(world.seed, index >> 1);
    people.push(makePerson(world, index, tablet));
  }
  return people;
}

/** Lets happen what is due before a moment and gives the messages that are delivered before it. */
function* play(
  end: number,
  agenda: Heap<() => void>,
  outbox: Heap<Item>,
  witness: Witness | undefined,
): Generator<Item, void> {
  for (;;) {
    const nextRun = agenda.nextTime;
    const nextItem = outbox.nextTime;
    if (nextRun >= end && nextItem >= end) return;
    if (nextRun <= nextItem) agenda.pop()();
    else {
      const item = outbox.pop();
      if (witness && item.fact) witness.fact(item.fact, item.at);
      yield item;
    }
  }
}
