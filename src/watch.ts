import type { Clock } from './core/index.ts';
import type { Log } from './engine/log/index.ts';
import type { State } from './engine/state/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import type { Partition, Sink } from './pipeline/index.ts';
import { diskCheck, type HealthCheck, lagCheck, type Metrics, warehouseCheck } from './server/index.ts';

/** What health and metrics look at. */
export interface Watched {
  readonly log: Log;
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
  readonly clock: Clock;
  readonly folder: string;
}

/** A stage that lags this long is worth a look, and this long is stuck. */
const FOLD_LIMITS = { yellowMs: 2_000, redMs: 30_000 };
/** The windows of very many people may end at one moment, such as midnight; they take their turns. */
const TIMER_LIMITS = { yellowMs: 10_000, redMs: 300_000 };
const SINK_LIMITS = { yellowMs: 10_000, redMs: 120_000 };

/** The checks of `GET /health`: a stage that stands still turns red though the process lives. */
export function healthChecks(watched: Watched): HealthCheck[] {
  const { log, partition, sink, clock, warehouse, folder } = watched;
  const backlog = (): number => log.bounds(0).next - partition.figures.next;
  return [
    lagCheck('fold', clock, FOLD_LIMITS, () => ({
      backlogCount: backlog(),
      oldestAt: partition.figures.behindSince || clock.now(),
    })),
    {
      name: 'pipeline',
      check: () =>
        partition.figures.lastError === ''
          ? { state: 'green' }
          : {
              state: 'red',
              code: 'health.fold-stopped',
              reason: `the fold has stopped: ${partition.figures.lastError}`,
            },
    },
    {
      name: 'checkpoint',
      check: () =>
        partition.commitFigures.isFailing
          ? {
              state: 'red',
              code: 'health.state-unwritable',
              reason: 'the state cannot be written',
              failures: partition.commitFigures.failures,
            }
          : { state: 'green', commits: partition.commitFigures.commits },
    },
    lagCheck('timers', clock, TIMER_LIMITS, () => ({
      backlogCount: partition.timers.countBy(clock.now()),
      oldestAt: partition.timers.next() ?? clock.now(),
    })),
    lagCheck('sink', clock, SINK_LIMITS, () => ({
      backlogCount: sink.figures.waitingSince > 0 ? Math.max(1, sink.figures.waitingRows) : 0,
      oldestAt: sink.figures.waitingSince,
    })),
    {
      name: 'rows',
      check: () =>
        sink.figures.rowsRefused === 0
          ? { state: 'green' }
          : {
              state: 'yellow',
              code: 'health.rows-refused',
              reason:
                'the warehouse refused rows since the start; see the quarantine (warehouse.row-refused)',
              refused: sink.figures.rowsRefused,
            },
    },
    warehouseCheck(warehouse),
    diskCheck(folder),
  ];
}

/** The figures of `GET /metrics`. */
export function registerMetrics(metrics: Metrics, watched: Watched): void {
  const { log, partition, sink } = watched;
  const { figures } = partition;
  metrics.counter('rapport_events_total', 'Events folded', () => figures.events);
  metrics.counter('rapport_duplicates_total', 'Events sent again and not counted', () => figures.duplicates);
  metrics.counter('rapport_rejected_total', 'Events put into the quarantine', () => figures.rejected);
  metrics.counter('rapport_repeated_total', 'Events folded again after a start', () => figures.repeated);
  metrics.counter('rapport_commits_total', 'Checkpoints stored', () => partition.commitFigures.commits);
  metrics.counter(
    'rapport_commit_failures_total',
    'Checkpoints that had to be tried again',
    () => partition.commitFigures.failures,
  );
  metrics.gauge(
    'rapport_fold_backlog_records',
    'Records in the log that are not folded',
    () => log.bounds(0).next - figures.next,
  );
  metrics.gauge('rapport_timers_late_seconds', 'How late the next timer is that waits for its turn', () => {
    const now = watched.clock.now();
    return Math.max(0, now - (partition.timers.next() ?? now)) / 1_000;
  });
  metrics.gauge('rapport_people_at_hand', 'People kept in memory', () => partition.workingSet.peopleAtHand);
  metrics.gauge(
    'rapport_changes_waiting',
    'Changed people that are not stored yet',
    () => partition.workingSet.changedCount,
  );
  metrics.counter('rapport_sink_rows_total', 'Rows handed to the warehouse', () => sink.figures.rows);
  metrics.counter(
    'rapport_sink_rows_skipped_total',
    'Rows that the warehouse had already',
    () => sink.figures.rowsSkipped,
  );
  metrics.counter(
    'rapport_sink_rows_refused_total',
    'Rows that the warehouse cannot take, put into the quarantine',
    () => sink.figures.rowsRefused,
  );
  metrics.counter(
    'rapport_sink_failures_total',
    'Inserts that had to be tried again',
    () => sink.figures.failures,
  );
  metrics.gauge(
    'rapport_sink_waiting_rows',
    'Rows that wait for the warehouse',
    () => sink.figures.waitingRows,
  );
  metrics.gauge('rapport_log_bytes', 'Bytes in the log', () => log.bounds(0).bytes);
}
