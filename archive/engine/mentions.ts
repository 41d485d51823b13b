/** Where the texts of the archive name somebody: the search index says in which to look, the texts say where. */
import { setImmediate } from 'node:timers/promises';
import { findMentions, type Spellings } from '../compare/index.ts';
import type { Mentions, NameCount, NamePlace, SourceMentions } from '../face/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { type Entity, limits, type Source } from '../model/index.ts';
import { foldWord, wordsOf } from '../text/index.ts';
import { contextOf } from './context.ts';
import type { Finder } from './finder.ts';
import { byShelfmark, mentionsBeside } from './mentions-beside.ts';
import { candidates } from './name-candidates.ts';
import { wholeSpellings } from './named-texts.ts';
import type { OpenArchive } from './open-archive.ts';

/** Ways in which it is written that are offered as spellings. */
const OFFERED = 12;

type Look = (text: string) => Omit<NamePlace, 'context' | 'contextStart'>[];

export async function mentionsOf(
  open: OpenArchive,
  finder: Finder,
  entity: Entity,
  job: Job,
): Promise<Result<Mentions, 'cancelled'>> {
  const found = await candidates(open, finder, entity, job);
  if (!found.ok) return found;
  const look = lookerFor(entity, open.reading.all('entities'));
  const written = new Map<string, number>();
  const sources: SourceMentions[] = [];
  let unread = 0;
  for (const [at, source] of found.value.entries()) {
    if (job.signal.aborted) return fail('cancelled');
    job.progress(at, found.value.length);
    const stored = await open.texts.of(source);
    if (!stored.ok) unread += 1;
    if (!stored.ok || !stored.value) continue;
    const { text } = stored.value;
    const places = look(text);
    for (const { start, end, part, shared } of places) {
      const words = text.slice(start, end).replace(/\s+/g, ' ');
      if (!part && !shared) written.set(words, (written.get(words) ?? 0) + 1);
    }
    if (places.length > 0) sources.push(told(source, text, places));
    await setImmediate();
  }
  sources.sort((one, other) => byShelfmark(one.shelfmark, other.shelfmark));
  return ok({
    sources,
    count: sources.reduce((sum, { count }) => sum + count, 0),
    spellings: newSpellings(written, entity),
    unread,
    ...(await mentionsBeside(open.reading, entity, look)),
  });
}

function told(source: Source, text: string, places: ReturnType<Look>): SourceMentions {
  const { id, shelfmark, title } = source;
  return {
    source: id,
    shelfmark,
    title,
    count: places.length,
    places: places.slice(0, limits.mentionsPerSource).map((place) => {
      return { ...place, ...contextOf(text, place) };
    }),
  };
}

/** What is written as it is known already, apart from case, is not offered. */
function newSpellings(
  written: ReadonlyMap<string, number>,
  { name, spellings }: Entity,
): Mentions['spellings'] {
  const keyOf = (spelling: string) => wordsOf(spelling).map(foldWord).join(' ');
  const known = new Set([name, ...spellings].map(keyOf));
  const fresh = new Map<string, { written: string; count: number }>();
  for (const [words, count] of [...written].sort((a, b) => b[1] - a[1])) {
    const key = keyOf(words);
    if (known.has(key)) continue;
    const had = fresh.get(key);
    fresh.set(key, { written: had?.written ?? words, count: (had?.count ?? 0) + count });
  }
  return [...fresh.values()].sort((a, b) => b.count - a.count).slice(0, OFFERED);
}

/** Those who are written alike are looked for too: what is theirs is not told as its own. */
function lookerFor(entity: Entity, all: readonly Entity[]): Look {
  const own = spellingsIn(entity);
  // Of the same length the first is told: the whole name, then a part of it, then somebody else.
  const whole: Spellings = { kind: 'organisation', spellings: own };
  const part: Spellings = { kind: entity.kind, spellings: own };
  const alike = (one: Entity) =>
    findMentions(spellingsIn(one).join('. '), [part]).length > 0 ||
    findMentions(own.join('. '), [{ kind: one.kind, spellings: spellingsIn(one) }]).length > 0;
  const rivals = all
    .filter((one) => one.id !== entity.id && alike(one))
    .map((one): Spellings => ({ kind: one.kind, spellings: spellingsIn(one) }));
  return (text) => {
    const mine = findMentions(text, [whole, part, ...rivals]).filter((one) => one.entity < 2);
    if (mine.length === 0) return [];
    const theirs = rivals.length === 0 ? [] : findMentions(text, rivals);
    const taken = new Set(theirs.map(({ start, end }) => `${start} ${end}`));
    return mine.map(({ entity: which, start, end }) => {
      return { start, end, part: which === 1, shared: taken.has(`${start} ${end}`) };
    });
  };
}

const spellingsIn = ({ name, spellings }: Entity) => [name, ...spellings];

/** Every entity: how often it speaks, and how often the texts name it by a whole spelling. */
export async function countNames(
  { reading, texts }: OpenArchive,
  job: Job,
): Promise<Result<readonly NameCount[], 'cancelled'>> {
  const entities = reading.all('entities');
  const names = entities.map(wholeSpellings);
  const mentions = new Map<number, number>();
  const named = new Map<number, number>();
  const sources = reading.all('sources');
  for (const [at, source] of sources.entries()) {
    if (job.signal.aborted) return fail('cancelled');
    job.progress(at, sources.length);
    const stored = await texts.of(source);
    if (!stored.ok || !stored.value) continue;
    const here = findMentions(stored.value.text, names);
    for (const { entity } of here) mentions.set(entity, (mentions.get(entity) ?? 0) + 1);
    for (const entity of new Set(here.map((one) => one.entity)))
      named.set(entity, (named.get(entity) ?? 0) + 1);
    await setImmediate();
  }
  const quotes = countBy(reading.all('quotes').map(({ speaker }) => speaker));
  const rows = countBy(
    reading.all('claims').flatMap((claim) => claim.rows.map(({ saidBy }) => saidBy)),
  );
  return ok(
    entities.map(({ id }, at) => ({
      entity: id,
      quotes: quotes.get(id) ?? 0,
      rows: rows.get(id) ?? 0,
      mentions: mentions.get(at) ?? 0,
      sources: named.get(at) ?? 0,
    })),
  );
}

function countBy(ids: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
