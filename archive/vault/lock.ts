/** One writer at a time: a lock that the system frees by itself when its holder dies. */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

export const LOCK = 'LOCK';

/** Answers what frees it, or `null` when another holds it. Throws when the folder cannot be written. */
export function takeLock(folder: string): (() => void) | null {
  const { DatabaseSync: Database } = quietSqlite();
  let database: DatabaseSync | undefined;
  try {
    database = new Database(join(folder, LOCK));
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
  const held = database;
  return () => {
    held.close();
  };
}

/** Node says on standard error that the module is new each time a program first loads it. */
function quietSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
