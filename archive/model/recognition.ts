/** Reading a text out of pixels: in which languages, what is still to be done, and how sure the reading is. */
import { z } from 'zod';
import { ShortText } from './common.ts';

/** The languages that can be read by machine. */
export const OcrLanguage = z.enum(['en', 'ru', 'be', 'uk', 'pl', 'ar']);
export type OcrLanguage = z.infer<typeof OcrLanguage>;

export const OcrLanguages = z.array(OcrLanguage).min(1).max(OcrLanguage.options.length);
export type OcrLanguages = z.infer<typeof OcrLanguages>;

/** What is to be read, was put aside by a person, or could not be read and why. Kept with its source, so that it outlasts a restart. */
export const Recognition = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), languages: OcrLanguages }),
  z.strictObject({ state: z.literal('paused'), languages: OcrLanguages }),
  z.strictObject({ state: z.literal('failed'), languages: OcrLanguages, code: ShortText }),
]);
export type Recognition = z.infer<typeof Recognition>;

/** Of a text that was read by machine: how sure of its words it was, 0 to 100, each letter counted alike. */
export const Recognised = z.strictObject({
  languages: OcrLanguages,
  confidence: z.number().min(0).max(100),
  /** Of a paged original: the pages that were read so; the text of the others stands in the original itself. */
  pages: z.array(z.int().min(1)).exactOptional(),
});
export type Recognised = z.infer<typeof Recognised>;
