import { cardOf } from '../people/card.ts';
import { crmIdOf } from '../people/ids.ts';
import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, midnight } from '../time.ts';
import { CALL_DAY, momentOfDay } from '../world/rhythm.ts';
import { emailOf, report } from './native.ts';

const AGENTS = ['Ines', 'Milan', 'Petra', 'Tobi', 'Wanda', 'Yusuf'];

/** Somebody calls the service number on or after a day, when it is staffed. */
export function takeCall(stage: Stage, person: Person, from: number, reason: string, orderId?: string): void {
  const { random } = person;
  const share = random.next();
  const durationSeconds = 60 + Math.floor(random.exponential(240));
  const agent = random.pick(AGENTS);
  const knownBy = random.next();
  const day = midnight(from) + DAY_MS;
  const at = Math.floor(day + momentOfDay(CALL_DAY, share) - person.country.aheadHours * 3_600_000);
  stage.schedule(at, () => {
    if (!person.isKnown) return;
    report(stage, {
      source: 'calls',
      id: `call-${person.key}-${at}`,
      name: 'Call Received',
      at,
      person,
      identities: callerIds(stage.world.seed, person, knownBy),
      properties: {
        reason,
        agent,
        duration_seconds: durationSeconds,
        ...(orderId === undefined ? {} : { order_id: orderId }),
      },
      kind: 'called',
      text: reason,
    });
  });
}

/** The agent finds her by the number that rings, by her address, or by her customer number. */
function callerIds(seed: number, person: Person, share: number): Record<string, string> {
  const { nationalPhone, phone } = cardOf(seed, person);
  const hasRow = person.kind === 'member' || person.kind === 'account' || person.kind === 'card';
  // The exchange shows national numbers at home and international ones now and then.
  if (hasRow && phone !== undefined && nationalPhone !== undefined && share < 0.6)
    return { phone: share < 0.45 && person.country.code === 'DE' ? nationalPhone : phone };
  return hasRow ? { crm: crmIdOf(person) } : { email: emailOf(seed, person) };
}
