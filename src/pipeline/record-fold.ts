import { catalogueLine } from '../catalog/index.ts';
import { stableText } from '../core/condition/index.ts';
import { placeOf, positionOf, type RecordHeader } from '../core/index.ts';
import { type CollectedHeader, quarantineChange, type Reject, rejectEvent } from '../ingest/index.ts';
import { createAgentReader } from '../profile/index.ts';
import { AudienceFold } from './audience-fold.ts';
import { type Batch, readBatch, type Task } from './batch.ts';
import type { RecordFoldOptions } from './fold-options.ts';
import type { Arrival } from './hand-off.ts';
import { type CatalogueWork, type Program, programOf, settingsOf } from './judge.ts';
import { foldWork } from './nobody.ts';
import { carryOut, type OrderOutcome } from './order.ts';
import { ProductMoves } from './product-moves.ts';
import { changesProgram, isOfAudiences } from './program-change.ts';
import { restate } from './restatement.ts';
import type { Outputs } from './step.ts';

/** Events folded before other work of the process gets its turn: some 5 ms. */
const SLICE_EVENTS_MAX = 500;

const CATALOGUE_CHANGES_MAX = 20_000;

type DefinitionHeader = RecordHeader & { kind: 'definition' };

/** Folds records in order: what each kind of record does. */
export class RecordFold {
  readonly audiences: AudienceFold;
  readonly products: ProductMoves;
  program: Program;
  private readonly options: RecordFoldOptions;
  private readonly outputs: Outputs;
  /** Events up to this place were folded by an earlier run; they are folded again without outputs. */
  private readonly recoverUntil: number;
  private readonly changedAudiences: string[] = [];
  private readonly readAgent = createAgentReader();

  constructor(options: RecordFoldOptions) {
    this.options = options;
    const { checkpoint, committer, workingSet: set } = options;
    this.recoverUntil = checkpoint.cut;
    this.program = programOf(settingsOf(options.definitions));
    const { fired, cut } = checkpoint;
    this.products = new ProductMoves({ ...options, set, recoverUntil: cut });
    this.audiences = new AudienceFold(
      {
        ...options,
        set,
        products: this.products,
        recoverUntil: cut,
        recoveredFiring: fired && { position: positionOf(cut) + 1, fired },
      },
      this.program.settings,
    );
    options.definitions.onChange((key) => {
      if (isOfAudiences(key)) this.changedAudiences.push(key);
    });
    this.outputs = {
      ...committer.outputs,
      restated: (entries, person, place) =>
        restate({ entries, person, place }, this.audiences.numbers, options.time.at, committer),
      happened: options.happened,
      moved: this.audiences.moved,
    };
  }

  /** Folds records in order, in slices; anything but events is a slice of its own. */
  async fold(arrivals: readonly Arrival[]): Promise<void> {
    let slice: Batch[] = [];
    let count = 0;
    for (const arrival of arrivals) {
      const { header } = arrival.entry;
      if (header.kind === 'collected') {
        const batch = this.readEvents(arrival, header);
        slice.push(batch);
        count += batch.works.length;
        if (count < SLICE_EVENTS_MAX) continue;
        await this.foldSlice(slice);
        await this.options.breathe();
      } else {
        await this.foldSlice(slice);
        await this.foldOther(arrival);
      }
      slice = [];
      count = 0;
    }
    await this.foldSlice(slice);
  }

  private readEvents(arrival: Arrival, header: CollectedHeader): Batch {
    const { batch, rejects } = readBatch(arrival, header, this.program);
    for (const reject of rejects) this.reject(reject, arrival.position, header);
    this.options.figures.receivedUntil = header.received;
    return batch;
  }

  private reject(reject: Reject, position: number, header: CollectedHeader): void {
    const place = placeOf(position, reject.ordinal);
    if (place <= this.recoverUntil) return;
    this.options.figures.rejected++;
    this.options.committer.add(quarantineChange(place, reject, header));
  }

  private async foldSlice(slice: readonly Batch[]): Promise<void> {
    if (slice.length === 0) return;
    const { committer, time } = this.options;
    await committer.room();
    await this.load(slice);
    const { timers } = this.audiences;
    await timers.loadFor(slice);
    for (const [i, batch] of slice.entries()) {
      const { position, received, works } = batch;
      if (timers.isDue(received) && (await timers.beforeEvents(batch))) await this.load(slice.slice(i));
      time.pass(received);
      for (let done = 0; done < works.length; ) {
        done = this.foldEvents(works, done);
        if (this.products.isWaiting)
          await this.products.settle(works[done - 1]!.place, this.audiences, time.at);
      }
      this.products.passed(position);
      this.options.passed(position);
    }
    // An import of products is folded faster than it is stored; a commit has its limits.
    if (this.options.catalogue.changedCount > CATALOGUE_CHANGES_MAX) await committer.flush();
  }

  private async load(slice: readonly Batch[]): Promise<void> {
    const works = slice.flatMap((batch) => batch.works.filter((work) => 'sender' in work));
    if (works.length > 0) await this.options.workingSet.load(works);
  }

  /** Folds up to a change of the catalogue that conditions ask about, or to the end; gives the index of what comes next. */
  private foldEvents(works: readonly Task[], from: number): number {
    const { workingSet: set, figures, time } = this.options;
    const { qualifier, timers } = this.audiences;
    const { dueAnew } = timers;
    const catchUp = timers.isBehind ? timers.catchUp : undefined;
    qualifier.roll.isCounting = (works[0]?.place ?? 0) > this.recoverUntil;
    const { program, readAgent } = this;
    const around = { set, program, qualifier, at: time.at, dueAnew, catchUp, readAgent };
    for (let i = from; i < works.length; i++) {
      const work = works[i]!;
      if ('change' in work) {
        this.foldCatalogue(work);
        if (this.products.isWaiting) return i + 1;
        continue;
      }
      const again = work.place <= this.recoverUntil;
      this.products.foldAgainAt(work.place);
      const outcome = foldWork(work, around, this.outputs, again);
      if (outcome === 'duplicate') figures.duplicates++;
      else if (again) figures.repeated++;
      else {
        figures.events++;
        if ('evidence' in work) this.audiences.lists.appeared(work.evidence.identities);
      }
    }
    return works.length;
  }

  /** The catalogue is stored whole with every commit, so what an earlier run folded is in it. */
  private foldCatalogue({ event, place, change, header }: CatalogueWork): void {
    const { figures, catalogue, committer } = this.options;
    if (place <= this.recoverUntil) {
      figures.repeated++;
      return;
    }
    const refused = catalogue.apply(change, place);
    if (refused === undefined) {
      figures.events++;
      committer.catalogue(catalogueLine(event, change, place), place);
    } else this.reject(rejectEvent(event, 'catalogue.full', refused), positionOf(place), header);
  }

  private async foldOther({ entry: { header, body }, position }: Arrival): Promise<void> {
    const { time, workingSet } = this.options;
    workingSet.turn();
    const { timers } = this.audiences;
    if (timers.isDue(header.received)) await timers.beforeOther(header, position);
    this.products.foldAgainAt(placeOf(position, 0));
    // What an earlier run did with it is stored: definitions, the graph and the audiences are as of the checkpoint.
    const isOld = placeOf(position, 0) <= this.recoverUntil;
    if (!isOld) {
      this.audiences.counts.roll.isCounting = true;
      const text = Buffer.from(body).toString('utf8');
      // What a definition or the end of a filling changes must not change how older events are folded again.
      if (changesProgram(header, this.options.definitions)) await this.options.committer.storePeople();
      time.pass(header.received);
      await this.foldNew(header, text, position);
    } else time.pass(header.received);
    this.products.passed(position);
    this.options.passed(position);
  }

  private async foldNew(header: RecordHeader, text: string, position: number): Promise<void> {
    switch (header.kind) {
      case 'definition':
        return this.foldDefinition(header, text, position);
      case 'merge':
      case 'unmerge':
        return this.options.note(position, await this.foldOrder(header, position, text));
      case 'traits':
      case 'filled':
      case 'listed':
      case 'sweep':
        return this.audiences.record(header.kind, text, position, this.program.settings);
      default:
        return;
    }
  }

  private foldDefinition(header: DefinitionHeader, text: string, position: number): void {
    const { definitions, committer, note } = this.options;
    const before = this.changedAudiences.length;
    const { changes, outcome } = definitions.apply(header.key, text === '' ? undefined : text, header);
    for (const change of changes) committer.add(change);
    if (outcome) note(position, outcome);
    if (header.key === 'settings') {
      const before = stableText(this.program.settings.attributePolicy);
      this.program = programOf(settingsOf(definitions));
      const { settings } = this.program;
      if (stableText(settings.attributePolicy) === before) this.audiences.use(settings);
      else this.audiences.policyChanged(position, settings);
    }
    // What builds on it may have been paused with it.
    for (const key of this.changedAudiences.splice(before))
      this.audiences.define(key, position, this.program.settings);
  }

  private async foldOrder(
    header: RecordHeader & { kind: 'merge' | 'unmerge' },
    position: number,
    text: string,
  ): Promise<OrderOutcome | Error> {
    const place = placeOf(position, 0);
    const { workingSet, committer } = this.options;
    try {
      const { joinTraits } = this.audiences.qualifier;
      const outcome = await carryOut(header, text, place, workingSet, this.program, joinTraits);
      for (const line of outcome.overrides) committer.override(line, place);
      for (const { entries, person } of outcome.restated) this.outputs.restated(entries, person, place);
      this.audiences.carriedOut(outcome, place);
      return { people: outcome.people, overrides: outcome.overrides };
    } catch (error) {
      // A refused order changes nothing; who gave it is told, and a replay refuses it again.
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
