/** In which entries of a timeline somebody speaks, or is named by a whole spelling: in the words, or in the text of the source whose date it is. */
import { findMentions } from '../compare/index.ts';
import type { Entity, SourceId } from '../model/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import { lookInPieces } from './in-pieces.ts';
import { wholeSpellings } from './named-texts.ts';

/** `sources`: those whose text names the entity. What a quote says is looked for in the quote alone. */
export async function entriesNaming(
  entries: readonly TimelineEntry[],
  entity: Entity,
  sources: ReadonlySet<SourceId>,
): Promise<ReadonlySet<string>> {
  const name = wholeSpellings(entity);
  const pieces = entries.flatMap(({ id, words, question }) => [
    { id, text: words },
    { id, text: question },
  ]);
  const found = await lookInPieces(pieces, (text) => findMentions(text, [name]));
  return new Set([
    ...entries.flatMap(({ id, who }) => (who === entity.id ? [id] : [])),
    ...entries.flatMap(({ id, quote, source }) =>
      quote === null && sources.has(source) ? [id] : [],
    ),
    ...found.map(({ piece }) => piece.id),
  ]);
}
