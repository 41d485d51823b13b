/** Reads a web archive (WARC, also packed): kept as it is, and each captured page a part. */
import type { Hint } from '../draft.ts';
import type { Unpacked } from '../parts.ts';
import { capturedPages } from '../warc/captured-pages.ts';
import { keepAsFile } from './file.ts';

export function readWarc(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  return { draft: keepAsFile(hint, mediaType, []), parts: capturedPages(bytes) };
}
