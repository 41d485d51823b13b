/** SQLite in its SQLCipher mode, version 4, with a write-ahead log and full flushes: a table of identifiers and JSON. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Quote } from '../../../archive/model/index.ts';
import { quotes } from '../material.ts';
import type { Way } from './way.ts';

/** As much of the peer as is used here. */
interface Database {
  pragma(text: string): unknown;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  transaction<T>(work: (given: T) => void): (given: T) => void;
  close(): void;
}
interface Statement {
  run(...values: readonly string[]): unknown;
  all(): readonly { readonly v: string }[];
  get(): unknown;
}

const AT_ONCE = 5_000;

/** The process runs in the peer's folder: it is no dependency of the project. */
function database(folder: string): Database {
  const Peer = createRequire(join(process.cwd(), 'package.json'))(
    'better-sqlite3-multiple-ciphers',
  ) as new (path: string) => Database;
  const opened = new Peer(join(folder, 'quotes.sqlite'));
  opened.pragma("cipher = 'sqlcipher'");
  opened.pragma('legacy = 4');
  // A key as it is, and none that is derived first.
  opened.pragma(`key = "x'${'07'.repeat(32)}'"`);
  opened.pragma('journal_mode = WAL');
  opened.pragma('synchronous = FULL');
  return opened;
}

const insert = 'INSERT INTO quotes (id, v) VALUES (?, ?)';

export const sqlcipher: Way = {
  fill: (folder, count) => {
    const made = database(folder);
    made.exec('CREATE TABLE quotes (id TEXT PRIMARY KEY, v TEXT NOT NULL)');
    const statement = made.prepare(insert);
    const addAll = made.transaction((some: readonly Quote[]) => {
      for (const quote of some) statement.run(quote.id, JSON.stringify(quote));
    });
    for (let from = 0; from < count; from += AT_ONCE)
      addAll([...quotes(from, Math.min(AT_ONCE, count - from))]);
    made.close();
    return Promise.resolve();
  },
  open: (folder) => {
    const opened = database(folder);
    opened.prepare('SELECT v FROM quotes LIMIT 1').get();
    const statement = opened.prepare(insert);
    let all: readonly Quote[] = [];
    return Promise.resolve({
      add: (quote: Quote) => {
        statement.run(quote.id, JSON.stringify(quote));
        return Promise.resolve();
      },
      readAll: () => {
        all = opened
          .prepare('SELECT v FROM quotes')
          .all()
          .map(({ v }) => JSON.parse(v) as Quote);
        return all.length;
      },
      close: () => {
        opened.close();
        return Promise.resolve();
      },
    });
  },
};
