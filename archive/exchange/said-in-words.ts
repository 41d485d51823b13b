/**
 * What exports say in words where a format has no field for it. They are English whatever the language of the archive, for they
 * are read where nobody knows it; all of them stand here, so that they can be said otherwise.
 */
import type { Confidence } from '../model/index.ts';

export const inWords = {
  examples: (text: string) => `Examples: ${text}`,
  whenToUse: (text: string) => `When to use: ${text}`,
  whenNotToUse: (text: string) => `When not to use: ${text}`,
  memo: (line: string) => `Memo ${line}`,
  confidence: (confidence: Confidence) => `Confidence: ${confidence}`,
  outline: (corners: string) => `Outline, in percent of width and height: ${corners}`,
};
