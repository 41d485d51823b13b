/** Keeps what lay beside a saved page and what the page can show, as it came. */
import { type FileBeside, shownBeside } from '../import/index.ts';
import { ok, type Result } from '../lib/result.ts';
import { type BlobId, limits, type PageFile, type SourceKind } from '../model/index.ts';
import type { Vault } from '../vault/index.ts';
import { digestsOf } from './digests.ts';

/** A page, and what is kept with it already: that stays as it is. */
export interface PageToShow {
  readonly kind: SourceKind;
  /** Its own name, without folders. */
  readonly name: string;
  readonly has: readonly PageFile[];
}

/** `cut`: there was more than is kept. */
export async function keepBeside(
  vault: Vault,
  { kind, name: page, has }: PageToShow,
  beside: readonly FileBeside[],
): Promise<Result<{ readonly pageFiles: PageFile[]; readonly cut: boolean }>> {
  const names = new Set(has.map(({ name }) => name));
  const lacking = beside.filter(({ name }) => !names.has(name));
  const { kept, cut } = kind === 'page' ? shownBeside(page, lacking) : { kept: [], cut: false };
  const pageFiles: PageFile[] = [];
  let left = has.reduce<number>((room, { size }) => room - size, limits.pageFilesBytes);
  for (const { bytes, ...file } of kept) {
    const size = bytes.length;
    if (size > left || has.length + pageFiles.length >= limits.pageFiles)
      return ok({ pageFiles, cut: true });
    left -= size;
    const put = await vault.blobs.put(bytes, 'page-file');
    if (!put.ok) return put;
    pageFiles.push({ ...file, blob: put.value.id as BlobId, size, ...digestsOf(bytes) });
  }
  return ok({ pageFiles, cut });
}
