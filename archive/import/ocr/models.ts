/**
 * Where the models of the languages lie: in a folder that a person named, in the packages that come with the
 * application, else in the folders in which systems keep them for Tesseract. Nothing is ever fetched; a language without
 * a model is said to be missing.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits, OcrLanguage } from '../../model/index.ts';
import type { Model } from './tesseract.ts';

const NAMES: Readonly<Record<OcrLanguage, string>> = {
  en: 'eng',
  ru: 'rus',
  be: 'bel',
  uk: 'ukr',
  pl: 'pol',
  ar: 'ara',
};

/** The folders of Debian, Fedora and Arch, Homebrew, and the Windows installer. */
const SYSTEM_FOLDERS = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/share/tesseract/tessdata',
  '/opt/homebrew/share/tessdata',
  '/usr/local/share/tessdata',
  'C:\\Program Files\\Tesseract-OCR\\tessdata',
];

/** The languages whose models are on this computer. */
export function ocrLanguages(folder: string | null = null): OcrLanguage[] {
  return OcrLanguage.options.filter((language) => pathOf(NAMES[language], folder) !== null);
}

/** The languages of which a whole model lies in a folder. */
export function languagesIn(folder: string): OcrLanguage[] {
  return OcrLanguage.options.filter((language) => inFolder(NAMES[language], folder) !== null);
}

/** In the given order: the first language is the one that is thought of first. */
export async function modelsOf(
  languages: readonly OcrLanguage[],
  folder: string | null,
): Promise<Result<Model[], 'ocr-language-missing'>> {
  const models: Model[] = [];
  for (const name of languages.map((language) => NAMES[language])) {
    const path = pathOf(name, folder);
    if (path === null) return fail('ocr-language-missing');
    const bytes = await readFile(path);
    models.push({ name, bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes });
  }
  return ok(models);
}

function pathOf(name: string, folder: string | null): string | null {
  const named = folder === null ? null : inFolder(name, folder);
  if (named !== null) return named;
  const paths = [
    ...packaged(name),
    ...SYSTEM_FOLDERS.map((folder) => join(folder, `${name}.traineddata`)),
  ];
  return paths.find((path) => existsSync(path)) ?? null;
}

/** `null` for what is no model, or was cut off on its way. */
function inFolder(name: string, folder: string): string | null {
  const path = join(folder, `${name}.traineddata`);
  return isModel(path) ? path : null;
}

/** Parts that a model may have; there are 24 in those of today. */
const MOST_PARTS = 64;

/** A model begins with how many parts it may have, and where each begins, or -1: all of them lie in the file. */
function isModel(path: string): boolean {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const head = Buffer.alloc(4 + MOST_PARTS * 8);
    const read = readSync(file, head, 0, head.length, 0);
    const count = read >= 4 ? head.readInt32LE(0) : 0;
    if (count < 1 || count > MOST_PARTS || read < 4 + count * 8) return false;
    const starts = Array.from({ length: count }, (_, at) =>
      Number(head.readBigInt64LE(4 + at * 8)),
    );
    const there = starts.filter((start) => start !== -1);
    const first = 4 + count * 8;
    return (
      size <= limits.modelBytes &&
      there.length > 0 &&
      there.every((start) => start >= first && start < size)
    );
  } catch {
    return false;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The small models of whole numbers: as good as the large ones in every trial. */
function packaged(name: string): string[] {
  try {
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve(`@tesseract.js-data/${name}/package.json`));
    return [join(folder, '4.0.0_best_int', `${name}.traineddata.gz`)];
  } catch {
    return [];
  }
}
