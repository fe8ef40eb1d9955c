import type { Device } from './people/devices.ts';
import type { Person } from './people/person.ts';
import type { Assignment, Cause, Fact } from './truth/fact.ts';
import type { Message } from './wire/message.ts';
import type { SourceId } from './wire/sources.ts';
import type { World } from './world/world.ts';

/** One message on its way: which source delivers it and when. */
export interface Item {
  readonly source: SourceId;
  /** When it is delivered, ms; never before its own time. Items come in this order. */
  readonly at: number;
  readonly message: Message;
  /** What truly happened; undefined for repetitions and for what no one can attribute. Not part of the wire. */
  readonly fact: Fact | undefined;
}

/** Where behaviour happens: it plans ahead and lets messages go. */
export interface Stage {
  readonly world: World;
  /** Something to happen at a moment that is not past. */
  schedule(at: number, run: () => void): void;
  /** A message to deliver at a moment that is not past. */
  emit(source: SourceId, at: number, message: Message, fact?: Fact): void;
  /** Plays a visit that begins now. Behaviour calls it here and not each other, for one leads to another in circles. */
  visit(person: Person, device: Device, cause: Cause, at: number): void;
  /** Somebody got a message or was held out: a truth that no message carries. */
  assign(assignment: Assignment): void;
}
