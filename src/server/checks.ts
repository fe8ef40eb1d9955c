import { statfs } from 'node:fs/promises';
import type { Clock } from '../core/index.ts';
import type { WarehouseHealth } from '../engine/warehouse/index.ts';
import type { HealthCheck, HealthFinding } from './health.ts';

/** What waits before a stage: how many things, and since when the oldest of them (ms since the epoch). */
export interface Waiting {
  readonly backlogCount: number;
  readonly oldestAt?: number;
}

/** From which age of the oldest thing that waits a stage is yellow, and red. */
export interface LagLimits {
  readonly yellowMs: number;
  readonly redMs: number;
}

/** A stage is well when nothing waits long before it. One that is stuck turns red by itself, though the process lives. */
export function lagCheck(
  name: string,
  clock: Clock,
  limits: LagLimits,
  read: () => Waiting | Promise<Waiting>,
): HealthCheck {
  return {
    name,
    async check(): Promise<HealthFinding> {
      const { backlogCount, oldestAt } = await read();
      const lagMs = backlogCount === 0 || oldestAt === undefined ? 0 : Math.max(0, clock.now() - oldestAt);
      const state = lagMs >= limits.redMs ? 'red' : lagMs >= limits.yellowMs ? 'yellow' : 'green';
      const reason =
        state === 'green'
          ? {}
          : {
              code: 'health.late' as const,
              reason: `the oldest of ${backlogCount} has waited ${Math.round(lagMs / 1_000)} s`,
            };
      return { state, lagMs, backlogCount, ...reason };
    },
  };
}

const GB = 1024 ** 3;
const DISK_RED_BYTES = GB / 2;
/** A tenth of the disk, but not less than 2 GB (a small disk fills within the hour) nor more than 20 GB. */
const DISK_YELLOW_SHARE = 0.1;
const DISK_YELLOW_BYTES = { least: 2 * GB, most: 20 * GB };

/** Room left on the disk of a folder; below half a gigabyte it is red, for collection stops soon. */
export function diskCheck(folder: string): HealthCheck {
  return {
    name: 'disk',
    async check(): Promise<HealthFinding> {
      const disk = await statfs(folder);
      return judgeRoom(disk.bavail * disk.bsize, disk.blocks * disk.bsize);
    },
  };
}

/** The finding about a disk with this much room for us. */
export function judgeRoom(freeBytes: number, totalBytes: number): HealthFinding {
  const yellowBytes = Math.min(
    Math.max(totalBytes * DISK_YELLOW_SHARE, DISK_YELLOW_BYTES.least),
    DISK_YELLOW_BYTES.most,
  );
  const state = freeBytes < DISK_RED_BYTES ? 'red' : freeBytes < yellowBytes ? 'yellow' : 'green';
  const reason =
    state === 'green'
      ? {}
      : {
          code: 'health.disk-low' as const,
          reason: `${Math.floor(freeBytes / 1024 ** 2)} MB are left on the disk of the data folder`,
        };
  return { state, freeBytes, totalBytes, ...reason };
}

/** How long the warehouse may be away before it is red. Collection goes on without it, so a restart is only yellow. */
const WAREHOUSE_AWAY_MS_MAX = 60_000;

/** The warehouse: green when it answers. */
export function warehouseCheck(warehouse: { health(): Promise<WarehouseHealth> }): HealthCheck {
  return {
    name: 'warehouse',
    async check(): Promise<HealthFinding> {
      const health = await warehouse.health();
      if (health.state === 'up') return { state: 'green', version: health.version };
      const state = health.sinceMs >= WAREHOUSE_AWAY_MS_MAX ? 'red' : 'yellow';
      return {
        state,
        code: 'health.warehouse-away',
        reason: health.reason,
        downMs: health.sinceMs,
        restartsCount: health.restarts,
      };
    },
  };
}
