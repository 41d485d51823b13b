/** In which entries of a timeline somebody speaks, or is named in the words by a whole spelling. */
import { findMentions, type Spellings } from '../compare/index.ts';
import type { Entity } from '../model/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import { lookInPieces } from './in-pieces.ts';

export async function entriesNaming(
  entries: readonly TimelineEntry[],
  entity: Entity,
): Promise<ReadonlySet<string>> {
  // A family name alone does not say whose it is: of people too the whole spelling is asked for.
  const name: Spellings = {
    kind: entity.kind === 'place' ? 'place' : 'organisation',
    spellings: [entity.name, ...entity.spellings],
  };
  const pieces = entries.flatMap(({ id, words, question }) => [
    { id, text: words },
    { id, text: question },
  ]);
  const found = await lookInPieces(pieces, (text) => findMentions(text, [name]));
  return new Set([
    ...entries.flatMap(({ id, who }) => (who === entity.id ? [id] : [])),
    ...found.map(({ piece }) => piece.id),
  ]);
}
