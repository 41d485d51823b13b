/** Where a text names the entities of an archive, in any spelling, form and script. */
import { entitiesOf, namesIn } from './names.ts';
import type { Spellings } from './comparison.ts';
import { Vocabulary, wordsIn } from './words.ts';

export interface NameMention {
  /** Which of the names, by its place in the list. */
  readonly entity: number;
  /** UTF-16 units of the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** In order; where two names fit, the longer one. A person is also found by the last word of a name. */
export function findMentions(text: string, names: readonly Spellings[]): NameMention[] {
  const words = wordsIn(text, new Vocabulary());
  return namesIn(words, entitiesOf(names)).map(({ entity, range: [start, end] }) => {
    return { entity, start, end };
  });
}
