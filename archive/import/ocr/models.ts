/**
 * Where the models of the languages lie: in the packages that come with the application, else in the folders in which
 * systems keep them for Tesseract. Nothing is ever fetched; a language without a model is said to be missing.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fail, ok, type Result } from '../../lib/result.ts';
import { OcrLanguage } from '../../model/index.ts';
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
export function ocrLanguages(): OcrLanguage[] {
  return OcrLanguage.options.filter((language) => pathOf(NAMES[language]) !== null);
}

/** In the given order: the first language is the one that is thought of first. */
export async function modelsOf(
  languages: readonly OcrLanguage[],
): Promise<Result<Model[], 'ocr-language-missing'>> {
  const models: Model[] = [];
  for (const name of languages.map((language) => NAMES[language])) {
    const path = pathOf(name);
    if (path === null) return fail('ocr-language-missing');
    const bytes = await readFile(path);
    models.push({ name, bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes });
  }
  return ok(models);
}

function pathOf(name: string): string | null {
  const paths = [
    ...packaged(name),
    ...SYSTEM_FOLDERS.map((folder) => join(folder, `${name}.traineddata`)),
  ];
  return paths.find((path) => existsSync(path)) ?? null;
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
