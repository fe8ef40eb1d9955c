import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own that is full soon. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all room but so many bytes (0: to the last byte that can be had). */
  fill(leaveBytes: number): Promise<void>;
  /** Gives the room back. */
  clear(): Promise<void>;
  /** Takes it away with everything on it. */
  remove(): Promise<void>;
}

/** Why there can be no small disk here; undefined when there can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'it mounts a tmpfs, which only Linux has';
  if (process.getuid?.() !== 0) return 'only root can mount a tmpfs';
  const folder = mkdtempSync(join(tmpdir(), 'rapport-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return undefined;
  } catch {
    return 'mounting a tmpfs is not allowed here';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FILLER = 'filler';
/** Large steps first, then down to a page. */
const STEPS = [4 * 1024 ** 2, 64 * 1024, 4096];

/** Mounts a tmpfs of so many megabytes. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const filler = join(folder, FILLER);
  return {
    folder,
    async fill(leaveBytes) {
      const file = await open(filler, 'a');
      try {
        for (const step of STEPS) await fillBySteps(file, Buffer.alloc(step), folder, leaveBytes);
      } finally {
        await file.close();
      }
    },
    clear: () => rm(filler, { force: true }),
    async remove() {
      execFileSync('umount', [folder]);
      await rm(folder, { recursive: true });
    },
  };
}

async function fillBySteps(
  file: Awaited<ReturnType<typeof open>>,
  step: Buffer,
  folder: string,
  leaveBytes: number,
): Promise<void> {
  while (leaveBytes === 0 || (await roomIn(folder)) > leaveBytes + step.length) {
    try {
      await file.appendFile(step);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}

async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
