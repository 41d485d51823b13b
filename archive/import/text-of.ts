/** Finishes a written text: its language, the way it runs, and its first heading. */
import type { TextDocument } from '../model/index.ts';
import { visible, type Written } from './document-writer.ts';
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

export function firstHeading({ text, blocks }: Written): string | null {
  const heading = blocks.find(({ kind }) => kind === 'heading');
  return heading === undefined ? null : visible(text.slice(heading.start, heading.end));
}
