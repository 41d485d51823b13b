/** Archives in temporary folders, whose passphrase costs as little as it may. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../../archive/index.ts';
import { createArchive, openArchive } from '../../archive/index.ts';
import type { Result } from '../../archive/lib/result.ts';
import type { ExportRequest } from '../../archive/requests.ts';

/** The least that the format allows: for archives that another process opens. */
export const kdf = { memory: 64 * 1024, passes: 3 } as const;
/** As little as there is, for archives that the test alone opens: each opening pays it. */
export const cheap = { kdf: { memory: 8, passes: 1 }, testOnlyCheapKdf: true } as const;
export const passphrase = 'nine reeds by a slow river';

export interface Shelf {
  readonly root: string;
  readonly folder: string;
  readonly anchors: string;
  readonly create: (name?: string) => Promise<Archive>;
  readonly open: (options?: { readonly readOnly?: boolean }) => Promise<Archive>;
  readonly clear: () => Promise<void>;
}

/** `elsewhere`: another process opens it, and refuses costs that protect nothing. */
export async function makeShelf({ elsewhere = false } = {}): Promise<Shelf> {
  const root = await mkdtemp(join(tmpdir(), 'kuferak-shelf-'));
  const folder = join(root, 'archive');
  const anchors = join(root, 'anchors');
  const options = { anchors, ...(elsewhere ? { kdf } : cheap) };
  return {
    root,
    folder,
    anchors,
    create: async (name = 'Case') => must(await createArchive(folder, name, passphrase, options)),
    open: async (more = {}) => must(await openArchive(folder, passphrase, { ...options, ...more })),
    clear: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** The value, or an error that names the failure. */
export function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`failed: ${result.error.code} ${JSON.stringify(result.error.detail ?? {})}`);
  return result.value;
}

/** Asks for everything as it is. */
export function wholeArchive(format: ExportRequest['format']): ExportRequest {
  return { format, sharing: null, files: 'originals', despiteNames: false };
}
