/**
 * Tesseract as WebAssembly: shades of grey to lines of words with their places. It is given no foreign file, and works
 * inside its own memory, which it cannot leave; its files stand in that memory too, so that nothing is written or
 * fetched.
 */
import { fail, ok, type Result } from '../../lib/result.ts';
import { loadCore, type TesseractApi, type TesseractModule } from './core.ts';
import { type Grey, pgmOf } from './pixels.ts';

/** A rectangle in pixels of the picture that was read. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface SeenWord {
  readonly text: string;
  /** How sure it is, 0 to 100. */
  readonly confidence: number;
  readonly bbox: PixelBox;
}

export interface SeenLine {
  readonly bbox: PixelBox;
  /** What its letters stand on. */
  readonly baseline: PixelBox;
  readonly words: readonly SeenWord[];
}

/** Lines that stand together, in the order in which they are read. */
export type SeenBlock = readonly SeenLine[];

interface Found {
  readonly blocks: readonly {
    readonly paragraphs?: readonly { readonly lines: readonly SeenLine[] }[];
  }[];
}

export interface Model {
  /** As Tesseract names it: `eng`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PICTURE = '/input';
/** As EXIF has it. */
const UPRIGHT = 1;
const LSTM_ONLY = 1;
/** Columns and blocks are found; how the picture is turned is known. */
const FIND_BLOCKS = '3';
/** Black and white are told apart by what is around (Sauvola), not for the whole picture. */
const BY_SURROUNDINGS = '2';

/** A reader for one set of languages. */
export class Tesseract {
  readonly #module: TesseractModule;
  readonly #api: TesseractApi;

  private constructor(module: TesseractModule) {
    this.#module = module;
    this.#api = new module.TessBaseAPI();
  }

  /** Fails with `ocr-failed` when the models are not what they should be. */
  static async start(models: readonly Model[]): Promise<Result<Tesseract, 'ocr-failed'>> {
    const module = await loadCore();
    const tesseract = new Tesseract(module);
    for (const { name, bytes } of models) module.FS.writeFile(`./${name}.traineddata`, bytes);
    const languages = models.map(({ name }) => name).join('+');
    if (tesseract.#api.Init('.', languages, LSTM_ONLY) !== 0) return fail('ocr-failed');
    tesseract.#api.SetVariable('tessedit_pageseg_mode', FIND_BLOCKS);
    tesseract.#api.SetVariable('thresholding_method', BY_SURROUNDINGS);
    return ok(tesseract);
  }

  /** `ocr-failed` when it gives up. */
  read(picture: Grey): Result<readonly SeenBlock[], 'ocr-failed'> {
    if (!this.#take(pgmOf(picture)) || this.#api.Recognize(null) !== 0) return fail('ocr-failed');
    const found = JSON.parse(this.#api.GetJSONText()) as Found;
    this.#api.Clear();
    return ok(found.blocks.map(({ paragraphs = [] }) => paragraphs.flatMap(({ lines }) => lines)));
  }

  /** When it is not taken, the picture before it is still there, and would be read again. */
  #take(picture: Uint8Array): boolean {
    const { FS } = this.#module;
    FS.writeFile(PICTURE, picture);
    const taken = this.#api.SetImageFile(UPRIGHT, 0) === 0;
    FS.unlink(PICTURE);
    return taken;
  }
}
