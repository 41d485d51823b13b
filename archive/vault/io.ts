/** The few things that the vault asks of a file system. The window hands in one that knows no packed archives; tests hand in one that fails. */
import * as nodeFs from 'node:fs';

export interface IoFile {
  /** Writes all of the bytes at this place. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  read(length: number, position: number): Promise<Buffer>;
  size(): Promise<number>;
  /** Resolves when the bytes and the length are on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Io {
  /** `new` fails when there is something of that name. */
  open(path: string, mode: 'read' | 'write' | 'new'): Promise<IoFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Names in a folder. */
  list(path: string): Promise<string[]>;
  /** `null` when there is nothing. */
  stat(path: string): Promise<{ readonly size: number; readonly folder: boolean } | null>;
  /** Resolves when names made, changed and removed in the folder are on the medium. */
  syncFolder(path: string): Promise<void>;
}

/** Electron makes files called `*.asar` look like folders to `node:fs`; its own untouched module does not. */
function untouched(): typeof nodeFs {
  const get = process.getBuiltinModule as (name: string) => typeof nodeFs | undefined;
  return get('original-fs') ?? nodeFs;
}

export function diskIo(fs: typeof nodeFs = untouched()): Io {
  const { promises } = fs;
  const flags = { read: 'r', write: 'r+', new: 'wx+' } as const;
  return {
    open: async (path, mode) => fileOf(await promises.open(path, flags[mode], 0o600)),
    rename: (from, to) => promises.rename(from, to),
    remove: (path) => promises.unlink(path),
    makeFolder: async (path) => {
      await promises.mkdir(path, { mode: 0o700 });
    },
    removeFolder: (path) => promises.rmdir(path),
    list: (path) => promises.readdir(path),
    stat: async (path) => {
      try {
        const found = await promises.stat(path);
        return { size: found.size, folder: found.isDirectory() };
      } catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
        throw error;
      }
    },
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
  };
}

function fileOf(handle: nodeFs.promises.FileHandle): IoFile {
  return {
    write: async (bytes, position) => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(
          bytes,
          done,
          bytes.length - done,
          position + done,
        );
        done += bytesWritten;
      }
    },
    read: async (length, position) => {
      const buffer = Buffer.alloc(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
    size: async () => (await handle.stat()).size,
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
