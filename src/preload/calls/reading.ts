/** Pictures: read by machine, and made small. */
import { z } from 'zod';
import type { DeriveReport, OcrReport } from '../../../archive/face/index.ts';
import type { OcrLanguage } from '../../../archive/model/index.ts';
import { OcrLanguages, SourceId } from '../../../archive/model/index.ts';
import { Nothing, returns } from './returns.ts';

export interface ModelFolder {
  readonly name: string;
  readonly languages: readonly OcrLanguage[];
}

export const readingCalls = {
  /** The languages that can be read by machine on this computer. */
  'ocr.languages': returns<readonly OcrLanguage[]>()('query', Nothing),
  /** The folder with models that was named: what it is called, and the languages of which it has one. */
  'ocr.models': returns<ModelFolder | null>()('query', Nothing),
  /** Asks for a folder with models and keeps it; `null` when the person thinks better of it. */
  'ocr.chooseModels': returns<ModelFolder | null>()('command', Nothing),
  'ocr.forgetModels': returns<null>()('command', Nothing),
  /** Reads sources by machine; without any it goes on with what is waiting. What is waiting outlasts a stop. */
  'ocr.run': returns<OcrReport>()(
    'job',
    z.strictObject({
      sources: z.array(SourceId).max(2_000),
      languages: OcrLanguages.nullable(),
    }),
  ),
  'ocr.pause': returns<null>()('command', Nothing),
  'ocr.cancel': returns<null>()('command', Nothing),
  /** Makes the small pictures that are missing. */
  'pictures.derive': returns<DeriveReport>()('job', Nothing),
};
