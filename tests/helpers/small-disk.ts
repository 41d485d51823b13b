/** A small file system of a test's own, in memory: one that can really be full, and one that can really not be written. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  readonly makeReadOnly: () => void;
  readonly makeWritable: () => void;
  readonly unmount: () => void;
}

/** `size` as `mount` takes it: `600k`, `3m`. */
export function mountSmallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'kuferak-small-'));
  const again = (how: string) => must('mount', '-o', `remount,${how}`, folder);
  must('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  return {
    folder,
    makeReadOnly: () => again('ro'),
    makeWritable: () => again('rw'),
    unmount: () => {
      must('umount', folder);
      rmdirSync(folder);
    },
  };
}

function must(program: string, ...args: readonly string[]): void {
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim());
}

/** Why none can be made here, or `null`. It is printed: what was not tested is said. */
export const noSmallDisk: string | null = (() => {
  try {
    mountSmallDisk('64k').unmount();
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stdout.write(`Not tested on a full and on a read-only disk: ${why}\n`);
    return why;
  }
})();
