/** Reads a time stamp by what it is. Runs in a reading thread: its bytes come from elsewhere. */
import type { StampReading } from '../model/index.ts';
import type { StampFailure } from './imprint.ts';
import { isOpenTimestamps, readOpenTimestamps } from './open-timestamps.ts';

export type { StampFailure } from './imprint.ts';

export async function readStamp(bytes: Uint8Array): Promise<StampReading | StampFailure> {
  if (isOpenTimestamps(bytes)) return readOpenTimestamps(bytes);
  const { readToken } = await import('./token.ts');
  return readToken(bytes);
}
