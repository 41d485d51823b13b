/** A file system of which the k-th call fails, whichever call it is. */
import type { Io, IoFile } from '../../../archive/vault/index.ts';
import { SystemError } from './disk.ts';

export interface Fault {
  /** The system's code. */
  readonly code: string;
  /** Number of the call that fails, from 1. */
  readonly at: number;
  /** Whether all that follow fail too, as on a full disk. */
  readonly lasting: boolean;
  /** Half of a write is done before it fails. */
  readonly short: boolean;
}

export class FailingIo implements Io {
  calls = 0;
  fault: Fault | null = null;
  readonly #io: Io;

  constructor(io: Io) {
    this.#io = io;
  }

  async open(path: string, mode: 'read' | 'write' | 'new'): Promise<IoFile> {
    const file = await this.#or(() => this.#io.open(path, mode));
    return {
      write: async (bytes, at) => {
        const fault = this.#next();
        if (!fault) return file.write(bytes, at);
        if (fault.short) await file.write(bytes.subarray(0, bytes.length / 2), at);
        throw new SystemError(fault.code);
      },
      read: (length, at) => this.#or(() => file.read(length, at)),
      size: () => this.#or(() => file.size()),
      truncate: (length) => this.#or(() => file.truncate(length)),
      sync: () => this.#or(() => file.sync()),
      // The system closes a file even when it says that it failed.
      close: () => file.close().then(() => this.#or(() => Promise.resolve())),
    };
  }

  rename = (from: string, to: string) => this.#or(() => this.#io.rename(from, to));
  link = (from: string, to: string) => this.#or(async () => this.#io.link?.(from, to));
  remove = (path: string) => this.#or(() => this.#io.remove(path));
  makeFolder = (path: string) => this.#or(() => this.#io.makeFolder(path));
  removeFolder = (path: string) => this.#or(() => this.#io.removeFolder(path));
  list = (path: string) => this.#or(() => this.#io.list(path));
  stat = (path: string) => this.#or(() => this.#io.stat(path));
  syncFolder = (path: string) => this.#or(() => this.#io.syncFolder(path));

  lock(path: string): ReturnType<Io['lock']> {
    const fault = this.#next();
    if (fault) throw new SystemError(fault.code);
    return this.#io.lock(path);
  }

  async #or<T>(work: () => Promise<T>): Promise<T> {
    const fault = this.#next();
    if (fault) throw new SystemError(fault.code);
    return work();
  }

  /** Counts a call; answers the fault when it is to fail. */
  #next(): Fault | null {
    this.calls += 1;
    const { fault, calls } = this;
    if (!fault) return null;
    return fault.lasting ? (calls >= fault.at ? fault : null) : calls === fault.at ? fault : null;
  }
}
