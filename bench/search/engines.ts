/** The engines that are measured beside one another, behind one face. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { DatabaseSync } from 'node:sqlite';
import {
  createSearchIndex,
  type SearchDocument,
  type SearchHit,
} from '../../archive/search/index.ts';

export interface Engine {
  readonly name: string;
  add(documents: readonly SearchDocument[]): void;
  remove(id: string): void;
  /** After everything was added: what it does in an idle moment. Counts as building. */
  ready?(): void;
  /** Identifiers, best first, at most `limit`. */
  search(query: string, limit: number): string[];
  /** The same with ranges; only ours. */
  explain?(query: string, limit: number): readonly SearchHit[];
  /** Seconds that a query may be expected to take at worst; sets how many are asked. */
  readonly slow: boolean;
}

export function ours(): Engine {
  const index = createSearchIndex();
  const hits = (query: string, limit: number) => {
    const answer = index.search(query, { limit });
    return answer.ok ? answer.value.hits : [];
  };
  return {
    name: 'kuferak',
    slow: false,
    add: (documents) => index.add(documents),
    remove: (id) => index.remove([id]),
    ready: () => index.compact(),
    search: (query, limit) => hits(query, limit).map(({ id }) => id),
    explain: hits,
  };
}

export function rawFuse(): Engine {
  const fuse = new Fuse<SearchDocument>([], {
    keys: ['title', 'text'],
    includeScore: true,
    includeMatches: true,
    ignoreLocation: true,
    threshold: 0.3,
  });
  return {
    name: 'Fuse.js alone',
    slow: true,
    add: (documents) => {
      for (const document of documents) fuse.add(document);
    },
    remove: (id) => fuse.remove((document) => document.id === id),
    search: (query, limit) => fuse.search(query, { limit }).map(({ item }) => item.id),
  };
}

export function trigrams(): Engine {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, body, tokenize='trigram')");
  const insert = database.prepare('INSERT INTO texts (id, body) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM texts WHERE id = ?');
  const find = database.prepare('SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?');
  return {
    name: 'SQLite FTS5 trigram',
    slow: false,
    add: (documents) => {
      database.exec('BEGIN');
      for (const { id, title, text } of documents) insert.run(id, `${title}\n${text}`);
      database.exec('COMMIT');
    },
    remove: (id) => remove.run(id),
    search: (query, limit) => {
      const grams = new Set<string>();
      for (const word of query.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
        const letters = Array.from(word);
        for (let at = 0; at + 3 <= letters.length; at++)
          grams.add(`"${letters.slice(at, at + 3).join('')}"`);
      }
      if (grams.size === 0) return [];
      return find.all([...grams].slice(0, 200).join(' OR '), limit).map(({ id }) => String(id));
    },
  };
}

export function miniSearch(): Engine {
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'text'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  return {
    name: 'MiniSearch',
    slow: false,
    add: (documents) => index.addAll(documents),
    remove: (id) => index.discard(id),
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}
