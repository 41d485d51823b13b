/** The few things that the vault asks of a file system. The window hands in one that knows no packed archives; tests hand in one that fails. */
import * as nodeFs from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { codeOf } from '../lib/disk.ts';

export interface IoFile {
  /** Writes all of the bytes at this place. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Fewer bytes than asked for where the file ends. */
  read(length: number, position: number): Promise<Buffer>;
  size(): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Resolves when the bytes and the length are on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Found {
  readonly size: number;
  /** Neither a file nor a folder is never opened: reading a pipe may wait for ever. */
  readonly kind: 'file' | 'folder' | 'other';
  /** Milliseconds since 1970 of the last change. */
  readonly modified: number;
}

export interface Io {
  /** `new` fails when there is something of that name. */
  open(path: string, mode: 'read' | 'write' | 'new'): Promise<IoFile>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file. Fails when there is something of that name. Not every file system can. */
  link?(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Names in a folder. */
  list(path: string): Promise<string[]>;
  /** `null` when there is nothing. */
  stat(path: string): Promise<Found | null>;
  /** Whether there is something of that name, asked without a thread of its own: for what is asked at every change. */
  isThere?(path: string): boolean;
  /** Resolves when names made, changed and removed in the folder are on the medium. */
  syncFolder(path: string): Promise<void>;
  /**
   * Holds a file, which is made when there is none, against every other process; the system frees it when its holder
   * dies. Answers what frees it, or `held` when another holds it. Throws when the file cannot be written.
   */
  lock(path: string): (() => void) | 'held';
}

/** Electron makes files called `*.asar` look like folders to `node:fs`; its own untouched module does not. */
function untouched(): typeof nodeFs {
  const found: object | undefined = process.getBuiltinModule('original-fs');
  return (found as typeof nodeFs | undefined) ?? nodeFs;
}

/** Bytes that are handed over without a thread of their own: less than the way to it and back takes. */
const AT_ONCE = 64 * 1024;

/** Milliseconds. A flush as quick as this is waited for in place: the way to a thread and back takes a fifth as long. */
const QUICK_FLUSH = 0.5;
/** So many in a row, so that a slow medium holds this thread up once in a while at most. */
const QUICK_FLUSHES = 8;

export function diskIo(fs: typeof nodeFs = untouched()): Io {
  const { promises } = fs;
  const flags = { read: 'r', write: 'r+', new: 'wx+' } as const;
  return {
    open: async (path, mode) => fileOf(fs, await promises.open(path, flags[mode], 0o600)),
    rename: (from, to) => promises.rename(from, to),
    link: (from, to) => promises.link(from, to),
    remove: (path) => promises.unlink(path),
    makeFolder: async (path) => {
      await promises.mkdir(path, { mode: 0o700 });
    },
    removeFolder: (path) => promises.rmdir(path),
    list: (path) => promises.readdir(path),
    stat: async (path) => {
      try {
        const found = await promises.stat(path);
        const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
        return { size: found.size, kind, modified: found.mtimeMs };
      } catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
        throw error;
      }
    },
    isThere: (path) => fs.statSync(path, { throwIfNoEntry: false }) !== undefined,
    syncFolder: async (path) => {
      // Windows flushes names by itself and cannot open a folder.
      if (process.platform === 'win32') return;
      const folder = await promises.open(path, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    },
    lock: (path) => lockBySqlite(path, fs),
  };
}

function fileOf(fs: typeof nodeFs, handle: nodeFs.promises.FileHandle): IoFile {
  let quickFlushes = 0;
  const flush = async () => {
    const began = performance.now();
    if (quickFlushes >= QUICK_FLUSHES) fs.fdatasyncSync(handle.fd);
    else await flushElsewhere(fs, handle.fd);
    quickFlushes = performance.now() - began < QUICK_FLUSH ? quickFlushes + 1 : 0;
  };
  return {
    write: async (bytes, position) => {
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        done +=
          left <= AT_ONCE
            ? fs.writeSync(handle.fd, bytes, done, left, position + done)
            : (await handle.write(bytes, done, left, position + done)).bytesWritten;
      }
    },
    read: async (length, position) => {
      const buffer = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
    size: async () => (await handle.stat()).size,
    truncate: (length) => handle.truncate(length),
    sync: flush,
    close: () => handle.close(),
  };
}

/** By the older way, which has less to do between the call and the system's. */
function flushElsewhere(fs: typeof nodeFs, descriptor: number): Promise<void> {
  return new Promise((done, failed) => {
    fs.fdatasync(descriptor, (error) => {
      if (error) failed(error);
      else done();
    });
  });
}

const SQLITE_FULL = 13;

/** SQLite holds an empty file by the system's own locks and leaves it empty. */
function lockBySqlite(path: string, fs: typeof nodeFs): (() => void) | 'held' {
  const { DatabaseSync: Database } = quietSqlite();
  let database: DatabaseSync | undefined;
  try {
    database = new Database(path);
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
    // What cannot be written SQLite opens to read, and locks without a word. Opening the file by other means instead
    // would lose the lock at closing it.
    fs.accessSync(path, fs.constants.W_OK);
  } catch (error) {
    database?.close();
    if (!(error instanceof Error)) throw error;
    if (/locked|busy/i.test(error.message)) return 'held';
    if ('errcode' in error && error.errcode === SQLITE_FULL)
      throw Object.assign(new Error(error.message), { code: 'ENOSPC' });
    throw error;
  }
  const held = database;
  return () => {
    held.close();
  };
}

/** Node says on standard error that the module is new each time a program first loads it. */
function quietSqlite(): typeof import('node:sqlite') {
  const own = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    if (own) Object.defineProperty(process, 'emitWarning', own);
  }
}
