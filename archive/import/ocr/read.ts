/**
 * Reads a text out of decoded pictures, or out of the pages of a PDF on which no letter stands. Runs in the recognising
 * worker.
 */
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits, type OcrLanguage, type PageLayout, type TextDocument } from '../../model/index.ts';
import { openPdf } from '../pdf/open.ts';
import { documentOf, type SeenDocument, type SeenPage } from './document.ts';
import { insertPages } from './insert-pages.ts';
import { modelsOf } from './models.ts';
import type { Grey } from './pixels.ts';
import { readPage } from './read-page.ts';
import { Tesseract } from './tesseract.ts';

export type ReadRequest =
  | {
      readonly kind: 'picture';
      readonly picture: Grey;
      readonly languages: readonly OcrLanguage[];
      /** A folder with models that a person named. */
      readonly models: string | null;
    }
  | {
      /** One page of a picture that has several: pixels of all of them would be too much to hold. */
      readonly kind: 'page';
      /** From 1; the first that is read forgets what was read before. */
      readonly number: number;
      readonly first: boolean;
      readonly picture: Grey;
      readonly languages: readonly OcrLanguage[];
      readonly models: string | null;
    }
  /** What the pages before it say together, of so many that there are. */
  | { readonly kind: 'together'; readonly count: number }
  | {
      readonly kind: 'pdf';
      readonly bytes: Uint8Array;
      readonly languages: readonly OcrLanguage[];
      readonly models: string | null;
      /** What its own letters say, as far as they say anything. */
      readonly known: Known | null;
    };
type PdfRequest = Extract<ReadRequest, { readonly kind: 'pdf' }>;

export interface Known {
  readonly document: TextDocument;
  readonly layout: PageLayout;
}

export interface ReadByMachine extends SeenDocument {
  /** Of what has pages: those that were read so. */
  readonly pages: readonly number[] | null;
}

export type ReadingFailure =
  'ocr-language-missing' | 'ocr-failed' | 'ocr-nothing' | 'needs-password' | 'document-damaged';

type Progress = (done: number, total: number) => void;

/** Pages that were read, until they are asked for together. */
let leaves: SeenPage[] = [];
/** What is kept warm between two pictures in the same languages. */
let warm: { readonly languages: string; readonly tesseract: Tesseract } | null = null;

export async function readByMachine(
  request: ReadRequest,
  progress: Progress,
): Promise<Result<ReadByMachine | null, ReadingFailure>> {
  if (request.kind === 'together') return together(request.count);
  const tesseract = await tesseractFor(request.languages, request.models);
  if (!tesseract.ok) return tesseract;
  switch (request.kind) {
    case 'pdf':
      return readPdf(request, tesseract.value, progress);
    case 'picture':
      return readPicture(request.picture, tesseract.value, progress);
    case 'page':
      if (request.first) leaves = [];
      return readLeaf(request, tesseract.value);
  }
}

async function tesseractFor(
  languages: readonly OcrLanguage[],
  folder: string | null,
): Promise<Result<Tesseract, 'ocr-language-missing' | 'ocr-failed'>> {
  const key = `${languages.join('+')} ${folder ?? ''}`;
  if (warm?.languages === key) return ok(warm.tesseract);
  const models = await modelsOf(languages, folder);
  if (!models.ok) return models;
  const started = await Tesseract.start(models.value);
  if (started.ok) warm = { languages: key, tesseract: started.value };
  return started;
}

function readPicture(
  picture: Grey,
  tesseract: Tesseract,
  progress: Progress,
): Result<ReadByMachine, ReadingFailure> {
  progress(0, 1);
  const seen = seenPage(tesseract, picture, 1);
  if (!seen.ok) return seen;
  progress(1, 1);
  const document = documentOf([seen.value], false);
  return document === null ? fail('ocr-nothing') : ok({ ...document, pages: null });
}

function readLeaf(
  { picture, number }: Extract<ReadRequest, { readonly kind: 'page' }>,
  tesseract: Tesseract,
): Result<null, ReadingFailure> {
  const seen = seenPage(tesseract, picture, number);
  if (!seen.ok) return seen;
  leaves.push(seen.value);
  return ok(null);
}

function together(count: number): Result<ReadByMachine, ReadingFailure> {
  const seen = leaves;
  leaves = [];
  const read = documentOf(seen, true);
  if (read === null) return fail('ocr-nothing');
  const numbers = seen.map(({ number }) => number);
  return ok({ ...insertPages(null, read, numbers, count), pages: numbers });
}

/** A pixel is a point, as far as pages may be so large. */
function seenPage(
  tesseract: Tesseract,
  picture: Grey,
  number: number,
): Result<SeenPage, 'ocr-failed'> {
  const { width, height } = picture;
  const seen = readPage(tesseract, picture);
  if (!seen.ok) return seen;
  const scale = Math.min(1, limits.pageLength / Math.max(width, height));
  return ok({ number, width: width * scale, height: height * scale, scale, blocks: seen.value });
}

async function readPdf(
  { bytes, known }: PdfRequest,
  tesseract: Tesseract,
  progress: Progress,
): Promise<Result<ReadByMachine, ReadingFailure>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const document = opened.value;
  // The canvas is native code: it is not even loaded for a picture.
  const { pictureOfPage } = await import('./pdf-pages.ts');
  try {
    const wanted = pagesWithoutText(document.numPages, known?.layout ?? null);
    const seen: SeenPage[] = [];
    let broken = 0;
    for (const [index, number] of wanted.entries()) {
      progress(index, wanted.length);
      try {
        const { picture, ...page } = await pictureOfPage(document, number);
        const blocks = readPage(tesseract, picture);
        if (blocks.ok) seen.push({ number, blocks: blocks.value, ...page });
      } catch {
        broken++;
      }
    }
    progress(wanted.length, wanted.length);
    const read = documentOf(seen, true);
    if (read === null)
      return fail(broken > 0 && broken === wanted.length ? 'document-damaged' : 'ocr-nothing');
    const numbers = seen.map(({ number }) => number);
    return ok({ ...insertPages(known, read, numbers, document.numPages), pages: numbers });
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The pages on which no letter of its own stands, from 1; all, when nothing is known of any. */
function pagesWithoutText(count: number, layout: PageLayout | null): number[] {
  const pages = Array.from({ length: Math.min(count, limits.pages) }, (_, index) => index + 1);
  return pages
    .filter((number) => (layout?.pages[number - 1]?.runs.length ?? 0) === 0)
    .slice(0, limits.ocrPages);
}
