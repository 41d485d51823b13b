/** Sets a printed dossier as a PDF. All of it is data to the template: it comes as a JSON file, never as markup. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { resolve } from 'node:path';
import { giveUp } from '../lib/memory.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Composed } from './compose.ts';
import type { FontFile } from './fonts.ts';
import { codedPixels } from './picture/png-pixels.ts';
import type { Part } from './pictures.ts';
import { type FilePart, putIn, type Replaced } from './put-in.ts';
import { standInFor } from './stand-in.ts';
import { template } from './template/template.ts';

/** Asks for level A of PDF/A-3: made to be kept, tagged, and free to carry files; PDF/UA-1 cannot be asked for at the same time. */
const STANDARD = 'a-3a';
/** A folder that is nowhere: all files are given from memory. */
const NOWHERE = resolve('/kuferak-dossier');

export interface SetPages {
  /** The finished PDF, in parts. */
  readonly file: readonly FilePart[];
  readonly pages: number;
}

type Failure = 'image-unreadable' | 'typesetting-failed';

export class Typesetter {
  readonly #compiler: NodeCompiler;
  /** The pictures that it has still from the last pages, by the digest of each. */
  readonly #given = new Map<string, Given>();

  /** Something was set since the cache was swept: sweeping it twice would empty it. */
  #used = false;

  constructor(fonts: readonly FontFile[]) {
    this.#compiler = NodeCompiler.create({
      workspace: NOWHERE,
      fontArgs: [{ fontBlobs: fonts.map(({ bytes }) => bytes) }],
    });
  }

  /**
   * Runs for as long as it takes and cannot be interrupted: call it in a process of its own. What it `remembers` of these
   * pages makes the next ones quicker, and belongs to the process.
   */
  set({ print, pictures, parts }: Composed, { remembers = false } = {}): Result<SetPages, Failure> {
    const compiler = this.#compiler;
    try {
      compiler.mapShadow(resolve(NOWHERE, 'dossier.json'), Buffer.from(JSON.stringify(print)));
      this.#give([...pictures, ...parts]);
      this.#used = true;
      const compiled = compiler.compile({ mainFileContent: template });
      const document = compiled.result;
      if (!document) {
        const error = compiled.takeDiagnostics();
        return failure(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : '');
      }
      // To write the pages it need not know how to set them again.
      if (!remembers) compiler.evictCache(0);
      const written = compiler.pdf(document, { pdfStandard: STANDARD });
      return ok({ file: putIn(written, this.#replaced()), pages: document.numOfPages });
    } catch (error) {
      return failure(error instanceof Error ? error.message : '');
    }
  }

  /** Whether it has this picture, without metadata, from the last pages. */
  has(digest: string): boolean {
    return this.#given.has(digest);
  }

  /** Between two dossiers. To set the next pages it need know only what the last ones needed. */
  rest({ remembers }: { readonly remembers: boolean }): void {
    if (!remembers) {
      this.#compiler.resetShadow();
      this.#given.clear();
    }
    if (this.#used || !remembers) this.#compiler.evictCache(remembers ? 1 : 0);
    this.#used = false;
  }

  /** One after the other: the typesetter has its own copy then, and ours can go. What it has already is not given again. */
  #give(pictures: readonly Part[]): void {
    const kept = new Set(pictures.map(({ digest }) => digest));
    for (const [digest, { file }] of this.#given)
      if (!kept.has(digest)) {
        this.#compiler.unmapShadow(resolve(NOWHERE, file));
        this.#given.delete(digest);
      }
    for (const picture of pictures) {
      if (!this.#given.has(picture.digest)) this.#giveOne(picture);
      if (picture.bytes.length > 0) giveUp(picture.bytes);
    }
  }

  #giveOne({ file, digest, ...picture }: Part): void {
    if (picture.bytes.length === 0) throw new Error('a picture was not given');
    const replaced = picture.mediaType === 'image/png' ? standIn(picture.bytes, digest) : null;
    const shown = replaced
      ? { ...picture, bytes: replaced.standIn, mediaType: 'image/jpeg' }
      : picture;
    this.#compiler.mapShadow(resolve(NOWHERE, file), inSvg(shown));
    this.#given.set(digest, { file, replaced });
  }

  /** By the digest of each. */
  #replaced(): ReadonlyMap<string, Replaced> {
    return new Map(
      [...this.#given].flatMap(([digest, { replaced }]) =>
        replaced ? [[digest, replaced] as const] : [],
      ),
    );
  }
}

interface Given {
  readonly file: string;
  /** What stands in for it, when the typesetter does not have it itself. */
  readonly replaced: Replaced | null;
}

/** A PNG is written as it is coded: the typesetter would decode it and code it again for each file that it writes. */
function standIn(png: Uint8Array, digest: string): Replaced | null {
  const pixels = codedPixels(png);
  const shown = pixels && standInFor(pixels, digest);
  return shown && { standIn: shown, pixels };
}

/**
 * The typesetter decodes each picture to pixels and keeps them all: 36 MB for one photograph of a telephone. One inside
 * of a drawing is decoded when it is written, and a JPEG is handed on as it is.
 */
function inSvg({
  bytes,
  mediaType,
  pixels: { width, height },
}: Omit<Part, 'file' | 'digest'>): Buffer {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:${mediaType};base64,${data}"/></svg>`,
    'latin1',
  );
}

/** The typesetter's own words can hold content: only what sort of failure it was goes on. */
function failure(said: string): Result<never, Failure> {
  return fail(/image|decode/i.test(said) ? 'image-unreadable' : 'typesetting-failed');
}
