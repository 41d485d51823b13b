/** What whoever writes a file asks of the system: that a new name is kept, and what an error is called. */
import { open } from 'node:fs/promises';

/** So that a new name survives a power cut. Windows cannot flush a folder, and need not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The system's code of an error, such as `ENOSPC`; empty when it is none of the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether the disk had no room: all of it, or that of the person. */
export function isFull(error: unknown): boolean {
  return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
}
