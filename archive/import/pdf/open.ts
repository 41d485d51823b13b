/** Opens a PDF with pdf.js: in this thread, without a network, without fonts of the machine, without scripts or forms. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail, ok, type Result } from '../../lib/result.ts';

export type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Folders of the package by the names that pdf.js asks with. */
const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

/** Hands pdf.js the tables that stand in its own package, and nothing else. */
class PackageData {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
    const inside = FOLDERS[kind];
    if (inside === undefined || !/^[\w-]+(?:\.\w+)?$/.test(filename)) throw new Error('not ours');
    return new Uint8Array(await readFile(join(folder, inside, filename)));
  }
}

let loading: Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> | null = null;

async function load() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const parser = join(folder, 'legacy', 'build', 'pdf.worker.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(parser).href;
  return pdfjs;
}

/** The caller destroys what is opened. An empty password opens by itself. For its text alone no picture is decoded. */
export async function openPdf(
  bytes: Uint8Array,
  { pictures = true }: { readonly pictures?: boolean } = {},
): Promise<Result<PDFDocumentProxy, 'needs-password' | 'document-damaged'>> {
  const pdfjs = await (loading ??= load());
  const task = pdfjs.getDocument({
    // A copy: pdf.js takes the memory that it is given.
    data: bytes.slice(),
    BinaryDataFactory: PackageData,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: pictures ? -1 : 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return ok(await task.promise);
  } catch (error) {
    await task.destroy();
    const name = error instanceof Error ? error.name : '';
    return fail(name === 'PasswordException' ? 'needs-password' : 'document-damaged');
  }
}
