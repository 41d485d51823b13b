/** Finishes a written text: its language, and the way it runs. */
import type { TextDocument } from '../model/index.ts';
import type { Written } from './document-writer.ts';
import { directionOf, languageOf, toLanguage } from './language.ts';
import type { Readings } from './readings.ts';

/**
 * `null` when nothing was written. The language is told by the letters; where they are too few, by what the
 * original says of itself.
 */
export function textOf(written: Written, readings: Readings | null): TextDocument | null {
  if (written.text === '') return null;
  const told = languageOf(written.text);
  const said = readings?.first('language') ?? null;
  const language = told === 'und' && said !== null ? (toLanguage(said) ?? 'und') : told;
  return {
    version: 1,
    text: written.text,
    blocks: [...written.blocks],
    spans: [...written.spans],
    language,
    direction: directionOf(written.text),
  };
}
