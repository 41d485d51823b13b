/**
 * Checks a zip that a tool of the field made: the digests that it brings along, and time stamps of its files. Proofs
 * and signatures stay parts like any other. Told of the package as a whole, and of each part that is concerned.
 */
import { createHash } from 'node:crypto';
import { limits } from '../../model/index.ts';
import { readStamp } from '../../proof/read-stamp.ts';
import type { Check } from '../checks.ts';
import type { ZipMember } from '../zip/open-zip.ts';
import { type Claim, CLAIM_BYTES, claimsOf, mayClaim } from './claims.ts';

export interface PackageChecks {
  readonly all: readonly Check[];
  /** By the member's name. */
  readonly ofMember: ReadonlyMap<string, readonly Check[]>;
}

const SIGNATURE = /\.asc$/i;
/** Google's word on a telephone, which only Google can read. */
const ATTESTATION = /\.gst$/i;
const STAMP = /(?:\.(?:ots|tsr|tst)|(?:^|\/)timestamp_token_[^/]*)$/i;
/** What proves rather than what is proved. */
const BESIDE = /\.(?:proof\.(?:csv|json)|meta\.json|asc|ots|gst|tsr|tst)$/i;

/** Nothing where no member claims anything. */
export async function checkPackage(members: readonly ZipMember[]): Promise<PackageChecks> {
  const claims = await allClaims(members);
  const stamps = members.filter(({ name }) => STAMP.test(name));
  if (claims.length === 0 && stamps.length === 0) return { all: [], ofMember: new Map() };
  const found = new Found();
  const digests = await Digests.of(members, claims);
  for (const claim of claims) found.take(digests, claim);
  for (const stamp of stamps) await found.takeStamp(digests, stamp);
  if (claims.length > 0)
    for (const { name } of members)
      if (SIGNATURE.test(name) || ATTESTATION.test(name))
        found.note(name, { result: 'missing', from: `signature: ${name}` });
  return found;
}

async function allClaims(members: readonly ZipMember[]): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const { name, size, read } of members) {
    if (!mayClaim(name) || size > CLAIM_BYTES) continue;
    const bytes = await read();
    if (typeof bytes === 'string') continue;
    claims.push(...claimsOf(name, new TextDecoder().decode(bytes)));
    if (claims.length > limits.containerParts) break;
  }
  return claims;
}

/** Digests of all members; `null` when they are too large together to be read for it. */
class Digests {
  readonly #names: ReadonlyMap<string, readonly string[]> | null;
  readonly #members: ReadonlySet<string>;

  private constructor(
    members: readonly ZipMember[],
    names: ReadonlyMap<string, readonly string[]> | null,
  ) {
    this.#members = new Set(members.map(({ name }) => name));
    this.#names = names;
  }

  static async of(members: readonly ZipMember[], claims: readonly Claim[]): Promise<Digests> {
    const total = members.reduce((sum, { size }) => sum + size, 0);
    if (total > limits.partBytes) return new Digests(members, null);
    const algorithms = new Set<string>(['sha256', 'sha512', ...claims.map((one) => one.algorithm)]);
    const names = new Map<string, string[]>();
    for (const { name, read } of members) {
      const bytes = await read();
      if (typeof bytes === 'string') continue;
      for (const algorithm of algorithms) {
        const digest = createHash(algorithm).update(bytes).digest('hex');
        names.set(digest, [...(names.get(digest) ?? []), name]);
      }
    }
    return new Digests(members, names);
  }

  /** Members with this digest; `null` when that is not known. */
  with(digest: string): readonly string[] | null {
    return this.#names && (this.#names.get(digest) ?? []);
  }

  has(member: string): boolean {
    return this.#members.has(member);
  }
}

class Found implements PackageChecks {
  readonly all: Check[] = [];
  readonly ofMember = new Map<string, Check[]>();

  note(member: string | null, check: Check): void {
    if (!this.all.some(({ result, from }) => result === check.result && from === check.from))
      this.all.push(check);
    if (member === null) return;
    const known = this.ofMember.get(member) ?? [];
    this.ofMember.set(member, [...known, check]);
  }

  take(digests: Digests, claim: Claim): void {
    const from = `${claim.tool}: ${claim.member}`;
    const fitting = digests.with(claim.digest);
    const elsewhere = claim.mayBeElsewhere || claim.of !== null;
    const proved = fitting?.filter((name) => name !== claim.member && !BESIDE.test(name)) ?? [];
    if (fitting === null) this.note(claim.of, { result: 'missing', from });
    else if (claim.of !== null && digests.has(claim.of))
      this.note(claim.of, { result: proved.includes(claim.of) ? 'agrees' : 'differs', from });
    else if (proved.length > 0)
      for (const name of proved) this.note(name, { result: 'agrees', from });
    // That no file has the digest says that one was changed, or left out: which, cannot be told.
    else this.note(null, { result: elsewhere ? 'missing' : 'differs', from });
  }

  /** A time stamp in the package must be of a file in it. */
  async takeStamp(digests: Digests, { name, size, read }: ZipMember): Promise<void> {
    const bytes = size > limits.stampBytes ? 'part-too-large' : await read();
    const stamp = typeof bytes === 'string' ? null : await readStamp(bytes);
    if (stamp === null || typeof stamp === 'string') {
      this.note(name, { result: 'missing', from: `time stamp: ${name}` });
      return;
    }
    const from = `time stamp: ${name}`;
    const broken = stamp.kind === 'rfc3161' && stamp.signature === 'broken';
    const stamped = digests.with(stamp.imprint.digest);
    if (broken) this.note(name, { result: 'differs', from });
    else if (stamped === null) this.note(name, { result: 'missing', from });
    else if (stamped.length === 0) this.note(null, { result: 'differs', from });
    else for (const one of stamped) this.note(one, { result: 'agrees', from });
  }
}
