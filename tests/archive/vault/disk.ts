/**
 * A disk in memory that remembers what was written to it and what of that was flushed, so that a power cut can be had
 * after every operation, with every order and every tear that a real disk may show afterwards.
 */
import { dirname } from 'node:path';
import type { Io, IoFile } from '../../../archive/vault/index.ts';

type Step =
  | { readonly kind: 'file'; readonly path: string; readonly inode: number }
  | { readonly kind: 'name'; readonly path: string; readonly inode: number }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: number; readonly length: number }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'sync-folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string };

/** What is on the medium: folders, and files by path. */
export interface Image {
  readonly folders: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, Buffer>;
}

export const emptyImage: Image = { folders: new Set(['/']), files: new Map() };

export class SystemError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export class Disk implements Io {
  readonly steps: Step[] = [];
  readonly #begin: Image;
  readonly #folders: Set<string>;
  readonly #names = new Map<string, number>();
  readonly #inodes: Buffer[] = [];
  readonly #locks = new Set<string>();

  constructor(begin: Image = emptyImage) {
    this.#begin = begin;
    this.#folders = new Set(begin.folders);
    for (const [path, bytes] of begin.files) this.#names.set(path, this.#inodes.push(bytes) - 1);
  }

  /** As it is now, without any cut. */
  image(): Image {
    const files = [...this.#names].map(([path, inode]) => [path, this.#bytes(inode)] as const);
    return { folders: new Set(this.#folders), files: new Map(files) };
  }

  open(path: string, mode: 'read' | 'write' | 'new'): Promise<IoFile> {
    return attempt(() => {
      const there = this.#names.get(path);
      if (mode === 'new') {
        if (there !== undefined || this.#folders.has(path)) throw new SystemError('EEXIST');
        if (!this.#folders.has(dirname(path))) throw new SystemError('ENOENT');
        const inode = this.#inodes.push(Buffer.alloc(0)) - 1;
        this.#names.set(path, inode);
        this.steps.push({ kind: 'file', path, inode });
        return this.#file(inode);
      }
      if (there === undefined) throw new SystemError('ENOENT');
      return this.#file(there);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return attempt(() => {
      const inode = this.#names.get(from);
      if (inode === undefined || !this.#folders.has(dirname(to))) throw new SystemError('ENOENT');
      this.#names.delete(from);
      this.#names.set(to, inode);
      this.steps.push({ kind: 'rename', from, to });
    });
  }

  link(from: string, to: string): Promise<void> {
    return attempt(() => {
      const inode = this.#names.get(from);
      if (inode === undefined || !this.#folders.has(dirname(to))) throw new SystemError('ENOENT');
      if (this.#names.has(to) || this.#folders.has(to)) throw new SystemError('EEXIST');
      this.#names.set(to, inode);
      this.steps.push({ kind: 'name', path: to, inode });
    });
  }

  remove(path: string): Promise<void> {
    return attempt(() => {
      if (!this.#names.delete(path)) throw new SystemError('ENOENT');
      this.steps.push({ kind: 'remove', path });
    });
  }

  makeFolder(path: string): Promise<void> {
    return attempt(() => {
      if (this.#folders.has(path) || this.#names.has(path)) throw new SystemError('EEXIST');
      if (!this.#folders.has(dirname(path))) throw new SystemError('ENOENT');
      this.#folders.add(path);
      this.steps.push({ kind: 'folder', path });
    });
  }

  removeFolder(path: string): Promise<void> {
    return attempt(() => {
      if (!this.#folders.delete(path)) throw new SystemError('ENOENT');
      this.steps.push({ kind: 'remove', path });
    });
  }

  list(path: string): Promise<string[]> {
    return attempt(() => {
      if (!this.#folders.has(path)) throw new SystemError('ENOENT');
      return [...this.#names.keys(), ...this.#folders]
        .filter((other) => other !== '/' && dirname(other) === path)
        .map((other) => other.slice(other.lastIndexOf('/') + 1));
    });
  }

  stat(path: string) {
    return attempt(() => {
      if (this.#folders.has(path)) return { size: 0, kind: 'folder', modified: 0 } as const;
      const inode = this.#names.get(path);
      return inode === undefined
        ? null
        : ({ size: this.#bytes(inode).length, kind: 'file', modified: 0 } as const);
    });
  }

  isThere(path: string): boolean {
    return this.#names.has(path) || this.#folders.has(path);
  }

  syncFolder(path: string): Promise<void> {
    return attempt(() => void this.steps.push({ kind: 'sync-folder', path }));
  }

  lock(path: string) {
    if (this.#locks.has(path)) return 'held' as const;
    this.#locks.add(path);
    if (!this.#names.has(path)) {
      const inode = this.#inodes.push(Buffer.alloc(0)) - 1;
      this.#names.set(path, inode);
      this.steps.push({ kind: 'file', path, inode });
    }
    return () => void this.#locks.delete(path);
  }

  #file(inode: number): IoFile {
    return {
      write: (bytes, at) =>
        attempt(() => {
          const copy = Buffer.from(bytes);
          this.#inodes[inode] = written(this.#bytes(inode), at, copy);
          this.steps.push({ kind: 'write', inode, at, bytes: copy });
        }),
      read: (length, at) =>
        attempt(() => Buffer.from(this.#bytes(inode).subarray(at, at + length))),
      size: () => attempt(() => this.#bytes(inode).length),
      truncate: (length) =>
        attempt(() => {
          this.#inodes[inode] = this.#bytes(inode).subarray(0, length);
          this.steps.push({ kind: 'truncate', inode, length });
        }),
      sync: () => attempt(() => void this.steps.push({ kind: 'sync', inode })),
      close: () => Promise.resolve(),
    };
  }

  #bytes(inode: number): Buffer {
    return this.#inodes[inode] ?? Buffer.alloc(0);
  }

  /** What may be on the medium when the power goes after the first `count` steps; each image once. */
  *cutAfter(count: number): Generator<Image> {
    const { files, names } = this.#flushed(count);
    const seen = new Set<string>();
    for (const kept of subsetsOf(names.pending.length)) {
      const tree = new Map(names.stable);
      for (const [at, change] of names.pending.entries()) if (kept.has(at)) change(tree);
      for (const tear of tears) {
        const image = imageOf(tree, (inode) => {
          const { stable, pending } = files[inode] ?? { stable: Buffer.alloc(0), pending: [] };
          return tear(stable, pending);
        });
        const key = keyOf(image);
        if (seen.has(key)) continue;
        seen.add(key);
        yield image;
      }
    }
  }

  /** What was flushed by then, and what was not. */
  #flushed(count: number) {
    const files: { stable: Buffer; pending: Pending[] }[] = [];
    const stable: Tree = new Map();
    for (const path of this.#begin.folders) stable.set(path, 'folder');
    for (const [path, bytes] of this.#begin.files)
      stable.set(path, files.push({ stable: bytes, pending: [] }) - 1);
    let pending: { folder: string; change: (tree: Tree) => void }[] = [];
    const later = (path: string, change: (tree: Tree) => void) =>
      pending.push({ folder: dirname(path), change });
    for (const step of this.steps.slice(0, count)) {
      switch (step.kind) {
        case 'file':
          files[step.inode] = { stable: Buffer.alloc(0), pending: [] };
          later(step.path, (tree) => tree.set(step.path, step.inode));
          break;
        case 'name':
          later(step.path, (tree) => tree.set(step.path, step.inode));
          break;
        case 'folder':
          later(step.path, (tree) => tree.set(step.path, 'folder'));
          break;
        case 'write':
        case 'truncate':
          files[step.inode]?.pending.push(step);
          break;
        case 'sync': {
          const file = files[step.inode];
          if (file) {
            file.stable = applied(file.stable, file.pending);
            file.pending = [];
          }
          break;
        }
        case 'sync-folder': {
          for (const { folder, change } of pending) if (folder === step.path) change(stable);
          pending = pending.filter(({ folder }) => folder !== step.path);
          break;
        }
        case 'rename': {
          const inode = this.#inodeAt(step.from, count, step);
          const same = dirname(step.from) === dirname(step.to);
          later(step.to, (tree) => {
            tree.set(step.to, inode);
            if (same) tree.delete(step.from);
          });
          if (!same) later(step.from, (tree) => tree.delete(step.from));
          break;
        }
        case 'remove':
          later(step.path, (tree) => tree.delete(step.path));
          break;
      }
    }
    return { files, names: { stable, pending: pending.map(({ change }) => change) } };
  }

  /** Which file a name stood for when it was renamed. */
  #inodeAt(path: string, count: number, until: Step): number {
    const names = new Map<string, number>();
    for (const [at, name] of [...this.#begin.files.keys()].entries()) names.set(name, at);
    for (const step of this.steps.slice(0, count)) {
      if (step === until) break;
      if (step.kind === 'file' || step.kind === 'name') names.set(step.path, step.inode);
      if (step.kind === 'rename') {
        names.set(step.to, names.get(step.from) ?? -1);
        names.delete(step.from);
      }
    }
    return names.get(path) ?? -1;
  }
}

type Pending = Extract<Step, { kind: 'write' | 'truncate' }>;
type Tree = Map<string, number | 'folder'>;
type Tear = (stable: Buffer, pending: readonly Pending[]) => Buffer;

/** A write is cut in the middle of a sector, at none of our own borders. */
const SECTOR = 100;

const tears: readonly Tear[] = [
  (stable) => stable,
  (stable, pending) => applied(stable, pending),
  (stable, pending) => applied(stable, pending.slice(0, -1)),
  (stable, pending) =>
    torn(stable, pending, (bytes) => bytes.subarray(0, bytes.length / 2 + SECTOR)),
  (stable, pending) => torn(stable, pending, (bytes) => Buffer.alloc(bytes.length)),
  (stable, pending) => torn(stable, pending, (bytes) => Buffer.alloc(bytes.length, 0xa5)),
  (stable, pending) =>
    torn(stable, pending, (bytes) => {
      const hole = Buffer.from(bytes);
      hole.fill(0, 0, Math.min(SECTOR, bytes.length));
      return hole;
    }),
];

function torn(
  stable: Buffer,
  pending: readonly Pending[],
  tear: (bytes: Buffer) => Buffer,
): Buffer {
  const last = pending.at(-1);
  if (last?.kind !== 'write') return stable;
  const before = applied(stable, pending.slice(0, -1));
  return written(before, last.at, tear(last.bytes));
}

function applied(stable: Buffer, pending: readonly Pending[]): Buffer {
  let bytes = stable;
  for (const step of pending) {
    bytes =
      step.kind === 'write' ? written(bytes, step.at, step.bytes) : bytes.subarray(0, step.length);
  }
  return bytes;
}

function written(before: Buffer, at: number, bytes: Uint8Array): Buffer {
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length));
  before.copy(after);
  after.set(bytes, at);
  return after;
}

/** All of them for a few; for more, all beginnings, and each left out alone. */
function* subsetsOf(count: number): Generator<ReadonlySet<number>> {
  if (count <= 3) {
    for (let bits = 0; bits < 2 ** count; bits++)
      yield new Set(Array.from({ length: count }, (_, at) => at).filter((at) => bits & (1 << at)));
    return;
  }
  const all = Array.from({ length: count }, (_, at) => at);
  for (let end = 0; end <= count; end++) yield new Set(all.slice(0, end));
  for (const left of all) yield new Set(all.filter((at) => at !== left));
}

/** What lies in a folder that is not there is not there either. */
function imageOf(tree: Tree, bytesOf: (inode: number) => Buffer): Image {
  const isThere = (path: string): boolean =>
    path === '/' || (tree.get(dirname(path)) === 'folder' && isThere(dirname(path)));
  const folders = new Set<string>();
  const files = new Map<string, Buffer>();
  for (const [path, inode] of tree) {
    if (!isThere(path)) continue;
    if (inode === 'folder') folders.add(path);
    else files.set(path, bytesOf(inode));
  }
  return { folders, files };
}

function keyOf({ folders, files }: Image): string {
  const parts = [...files].map(
    ([path, bytes]) => `${path}:${bytes.length}:${bytes.toString('latin1')}`,
  );
  return [...folders, ...parts].sort().join('\0');
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
