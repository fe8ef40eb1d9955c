import { type Static, Type } from 'typebox';
import { DryRunReportSchema } from './dry-run.ts';
import { ProgressSchema } from './tally.ts';

const strict = { additionalProperties: false } as const;
const Moment = Type.Integer({ description: 'Milliseconds since the epoch' });
const state = <Name extends string>(name: Name) => Type.Literal(name);

/** Where an import is. `waiting` jobs are done one after the other, so that history leaves room for what happens now. */
const JobStatusSchema = Type.Union([
  Type.Object({ state: state('uploading'), receivedBytes: Type.Integer() }, strict),
  Type.Object({ state: state('waiting'), progress: Type.Optional(ProgressSchema) }, strict),
  Type.Object({ state: state('checking'), rows: Type.Integer(), bytesRead: Type.Integer() }, strict),
  Type.Object({ state: state('checked'), report: DryRunReportSchema }, strict),
  Type.Object(
    {
      state: state('running'),
      startedAt: Moment,
      progress: Type.Optional(ProgressSchema),
      /** Since this run started. */
      rowsPerSecond: Type.Number(),
    },
    strict,
  ),
  Type.Object(
    { state: state('done'), finishedAt: Moment, progress: ProgressSchema, rowsPerSecond: Type.Number() },
    strict,
  ),
  Type.Object(
    {
      state: state('failed'),
      failedAt: Moment,
      /** The refusal that stopped it; `start` goes on after the fix. */
      code: Type.String(),
      message: Type.String(),
      detail: Type.Record(Type.String(), Type.Unknown()),
      progress: Type.Optional(ProgressSchema),
    },
    strict,
  ),
  Type.Object(
    { state: state('cancelled'), cancelledAt: Moment, progress: Type.Optional(ProgressSchema) },
    strict,
  ),
]);
export type JobStatus = Static<typeof JobStatusSchema>;

/** What is to be imported. */
export const JobOrderSchema = Type.Object(
  {
    /** The name of the file, as its owner calls it. */
    file: Type.String({ minLength: 1, maxLength: 255 }),
    sizeBytes: Type.Integer({ minimum: 1 }),
    /** The id of the source that the history counts for; the default one when absent. */
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** How rows become events; the schemas of the presets are at `/api/imports/presets`. */
    map: Type.Record(Type.String(), Type.Unknown()),
    /** Report what would come of it and wait; `start` then imports. */
    dryRun: Type.Optional(Type.Boolean()),
    /** Tells files of one name and size apart: an order for a file that is still on its way goes on where that one is. */
    fingerprint: Type.Optional(Type.String({ maxLength: 100 })),
  },
  strict,
);
export type JobOrder = Static<typeof JobOrderSchema>;

/** An import, as it is kept and shown. */
export const JobSchema = Type.Object(
  {
    id: Type.String(),
    file: Type.String(),
    sizeBytes: Type.Integer(),
    source: Type.String(),
    map: Type.Record(Type.String(), Type.Unknown()),
    dryRun: Type.Boolean(),
    fingerprint: Type.Optional(Type.String()),
    createdAt: Moment,
    status: JobStatusSchema,
  },
  strict,
);
export type Job = Static<typeof JobSchema>;

/** Whether an import in this state still has work before it. */
export function isUnfinished(status: JobStatus): boolean {
  return (
    status.state === 'uploading' ||
    status.state === 'waiting' ||
    status.state === 'checking' ||
    status.state === 'running'
  );
}
