/** In which sources a name is to be looked for: the search index says which may have it. */
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { type Entity, limits, type Source, type SourceId } from '../model/index.ts';
import { foldWord, isArticle, scriptOf, wordsOf } from '../text/index.ts';
import type { Finder } from './finder.ts';
import type { OpenArchive } from './open-archive.ts';

/** Sources that have one of its spellings, or a word that sounds so: of a person the last word is enough. */
export async function candidates(
  { reading }: OpenArchive,
  finder: Finder,
  entity: Entity,
  job: Job,
): Promise<Result<Source[], 'cancelled'>> {
  const ids = new Set<string>();
  const elsewhere = new Set<string>(inOtherLetters(reading.all('sources'), entity));
  for (const { query, others } of queriesFor(entity)) {
    if (others && elsewhere.size === 0) continue;
    for (let offset = 0; ids.size < limits.mentionSources; offset += limits.resultsAtOnce) {
      if (job.signal.aborted) return fail('cancelled');
      const found = await finder.find({
        query,
        limit: limits.resultsAtOnce,
        offset,
        kinds: ['source', 'image'],
        tags: [],
      });
      if (!found.ok) break;
      for (const { id, missing } of found.value.results)
        if (missing.length === 0 && (!others || elsewhere.has(id))) ids.add(id);
      if (found.value.results.length < limits.resultsAtOnce) break;
    }
  }
  return ok([...ids].flatMap((id) => reading.get('sources', id) ?? []));
}

interface Asked {
  readonly query: string;
  /** Only in texts in letters that the name is not known in. */
  readonly others: boolean;
}

/**
 * Each word by itself and finished: nothing in a name is query language. In other letters not each word sounds as it is
 * written, and any of them says where to look.
 */
function queriesFor({ kind, name, spellings }: Entity): readonly Asked[] {
  const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(' ');
  const known = new Map<string, Asked>();
  const ask = (words: readonly string[], others: boolean) => {
    const query = quoted(words);
    if (query !== '' && !known.has(query)) known.set(query, { query, others });
  };
  const all = [name, ...spellings].map(wordsOf);
  for (const words of all) ask(kind === 'person' ? words.slice(-1) : words, false);
  for (const words of all)
    for (const word of words) if (!isArticle(foldWord(word))) ask([word], true);
  return [...known.values()];
}

/** Those whose text is in letters that no spelling has: Arabic ones and all others are told apart. */
function inOtherLetters(sources: readonly Source[], { name, spellings }: Entity): SourceId[] {
  const known = new Set([name, ...spellings].map((spelling) => scriptOf(spelling) === 'arabic'));
  return sources.flatMap(({ id, text }) =>
    text && !known.has(text.direction === 'rtl') ? [id] : [],
  );
}
