/** Loads Tesseract's WebAssembly out of its package, and says in types what is used of it. */
import { createRequire } from 'node:module';

export interface TesseractApi {
  /** 0 when it could be made ready. */
  Init(folder: string, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Reads `/input`, turned as EXIF says and by an angle in radians. 0 when it could be taken. */
  SetImageFile(orientation: number, angle: number): number;
  /** 0 when it went through. */
  Recognize(monitor: null): number;
  GetJSONText(): string;
  Clear(): void;
}

export interface TesseractModule {
  readonly TessBaseAPI: new () => TesseractApi;
  /** Files in its memory, seen by nobody else. */
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void;
    unlink(path: string): void;
  };
}

type Start = (options: {
  readonly print: () => void;
  readonly printErr: () => void;
  readonly TesseractProgress: () => void;
}) => Promise<TesseractModule>;

/**
 * Always the same build, so that a picture gives the same text on every computer: the one with relaxed SIMD may round
 * as each processor likes.
 */
export function loadCore(): Promise<TesseractModule> {
  const require = createRequire(import.meta.url);
  const start = require('tesseract.js-core/tesseract-core-simd-lstm.js') as Start;
  const silent = () => undefined;
  return start({ print: silent, printErr: silent, TesseractProgress: silent });
}
