/** Digests of all files of a package, so that what is claimed of one is found by it. */
import { createHash } from 'node:crypto';
import type { PackageMember } from './member.ts';

export class Digests {
  /** Names by digest; `null` when the files are too large together to be read for it. */
  readonly #names: ReadonlyMap<string, readonly string[]> | null;
  /** SHA-256 of those that could be read. */
  readonly #read: ReadonlyMap<string, string>;
  readonly #members: ReadonlySet<string>;

  private constructor(
    members: readonly PackageMember[],
    names: ReadonlyMap<string, readonly string[]> | null,
    read: ReadonlyMap<string, string>,
  ) {
    this.#members = new Set(members.map(({ name }) => name));
    this.#names = names;
    this.#read = read;
  }

  /** SHA-256 in any case, and those that `algorithms` names. Nothing is read when all are more than `most` bytes. */
  static async of(
    members: readonly PackageMember[],
    algorithms: readonly string[],
    most: number,
  ): Promise<Digests> {
    const total = members.reduce((sum, { size }) => sum + size, 0);
    if (total > most) return new Digests(members, null, new Map());
    const wanted = [...new Set(['sha256', ...algorithms])];
    const names = new Map<string, string[]>();
    const read = new Map<string, string>();
    for (const member of members) {
      const digests = await digestsOf(member, wanted);
      if (digests === null) continue;
      for (const digest of digests) names.set(digest, [...(names.get(digest) ?? []), member.name]);
      read.set(member.name, digests[0] ?? '');
    }
    return new Digests(members, names, read);
  }

  /** Members with this digest; `null` when that is not known. */
  with(digest: string): readonly string[] | null {
    return this.#names && (this.#names.get(digest) ?? []);
  }

  /** They could be read for it. */
  get known(): boolean {
    return this.#names !== null;
  }

  has(member: string): boolean {
    return this.#members.has(member);
  }

  /** The SHA-256 of a member; `null` when it could not be read. */
  sha256(member: string): string | null {
    return this.#read.get(member) ?? null;
  }

  /** No member was left out: that none has a digest says that none is what it was taken from. */
  get complete(): boolean {
    return this.#read.size === this.#members.size;
  }
}

async function digestsOf(
  { pieces }: PackageMember,
  algorithms: readonly string[],
): Promise<readonly string[] | null> {
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  try {
    for await (const piece of pieces()) for (const hash of hashes) hash.update(piece);
  } catch {
    return null;
  }
  return hashes.map((hash) => hash.digest('hex'));
}
