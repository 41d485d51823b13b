/**
 * What of the folder beside a saved page is kept with the page: pictures that a window can show, told by their bytes, and
 * styles.
 */
import { pageFiles } from '../../lib/page-files.ts';
import { limits, type PageFile, shownPictures } from '../../model/index.ts';
import { sniff } from '../sniff.ts';

export interface FileBeside {
  /** From the folder in which the page lies: `page_files/a.png`. May be hostile. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ShownBeside extends FileBeside {
  readonly mediaType: PageFile['mediaType'];
}

/** `page` is the page's own name, without folders. `cut`: there were too many, or too large ones. */
export function shownBeside(
  page: string,
  files: readonly FileBeside[],
): { readonly kept: readonly ShownBeside[]; readonly cut: boolean } {
  const kept: ShownBeside[] = [];
  let cut = false;
  let left: number = limits.pageFilesBytes;
  for (const { name, bytes } of files) {
    const mediaType = liesBeside(page, name) ? typeOf(name, bytes) : null;
    if (mediaType === null) continue;
    if (kept.length >= limits.pageFiles || bytes.length > Math.min(left, limits.pageFileBytes)) {
      cut = true;
      continue;
    }
    left -= bytes.length;
    kept.push({ name, bytes, mediaType });
  }
  return { kept, cut };
}

/** Whether the name is that of a file in the folder of this page, and of nothing else. */
export function liesBeside(page: string, name: string): boolean {
  const steps = name.split('/');
  const plain = steps.every((step) => step !== '' && step !== '.' && step !== '..');
  return (
    plain &&
    name.length <= limits.shortText &&
    !/[\\:\p{Cc}]/u.test(name) &&
    pageFiles([page, name]).get(name) === page
  );
}

function typeOf(name: string, bytes: Uint8Array): PageFile['mediaType'] | null {
  const { mediaType } = sniff(bytes, name);
  return (
    shownPictures.find((shown) => shown === mediaType) ?? (/\.css$/i.test(name) ? 'text/css' : null)
  );
}
