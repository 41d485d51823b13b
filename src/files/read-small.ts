/** A file that a person named and that is small by nature: its bytes, or the code of why they cannot be had. */
import { open } from 'node:fs/promises';

export async function readSmall(
  path: string,
  most: number,
): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > most ? 'too-large' : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return 'unreadable';
  }
}
