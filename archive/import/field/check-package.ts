/**
 * Checks a zip or a folder that a tool of the field made: the digests that it brings along, time stamps of its files,
 * and signatures. They all stay parts like any other. Told of the package as a whole, and of each file that is
 * concerned: the one that is proved, or else the one that says so.
 */
import { limits, type StampReading } from '../../model/index.ts';
import { readStamp } from '../../proof/read-stamp.ts';
import type { Check, CheckResult } from '../checks.ts';
import { type Claim, CLAIM_BYTES, claimsOf, mayClaim } from './claims.ts';
import { Digests } from './digests.ts';
import type { PackageMember } from './member.ts';
import { armourIn, checkSignatures } from './signatures.ts';

export interface PackageChecks {
  readonly all: readonly Check[];
  /** By the member's name. */
  readonly ofMember: ReadonlyMap<string, readonly Check[]>;
  /** The SHA-256 that a member had when it was checked; `null` when it was not read. */
  readonly digestOf: (member: string) => string | null;
}

/** Google's word on a telephone, which only Google can read. */
const ATTESTATION = /\.gst$/i;
const STAMP = /(?:\.(?:ots|tsr|tst)|(?:^|\/)timestamp_token_[^/]*)$/i;
/** What proves rather than what is proved. */
const BESIDE = /\.(?:proof\.(?:csv|json)|meta\.json|asc|ots|gst|tsr|tst)$/i;

/** Nothing where no member claims anything. `most` are the bytes of all members up to which they are read for it. */
export async function checkPackage(
  members: readonly PackageMember[],
  most: number,
): Promise<PackageChecks> {
  const claims = await allClaims(members);
  const stamps = members.filter(({ name }) => STAMP.test(name));
  const armour = await armourIn(members);
  if (claims.length + stamps.length + armour.signatures.length === 0)
    return { all: [], ofMember: new Map(), digestOf: () => null };
  const algorithms = claims.map(({ algorithm }) => algorithm);
  const stamped = stamps.length > 0 ? ['sha384', 'sha512'] : [];
  const digests = await Digests.of(members, [...algorithms, ...stamped], most);
  const found = new Found(digests);
  for (const claim of claims) found.take(claim);
  for (const stamp of stamps) await found.takeStamp(stamp);
  for (const { of, check } of await checkSignatures(members, digests, armour))
    found.note(of, check);
  if (claims.length > 0)
    for (const { name } of members)
      if (ATTESTATION.test(name))
        found.note(name, { result: 'missing', from: `attestation: ${name}` });
  return found;
}

async function allClaims(members: readonly PackageMember[]): Promise<Claim[]> {
  const claims: Claim[] = [];
  const names = new Set(members.map(({ name }) => name));
  for (const { name, size, read } of members) {
    if (!mayClaim(name) || size > CLAIM_BYTES) continue;
    const bytes = await read();
    if (typeof bytes === 'string') continue;
    claims.push(...claimsOf(name, new TextDecoder().decode(bytes), names));
    if (claims.length > limits.containerParts) break;
  }
  return claims;
}

class Found implements PackageChecks {
  readonly all: Check[] = [];
  readonly ofMember = new Map<string, Check[]>();
  readonly #digests: Digests;

  constructor(digests: Digests) {
    this.#digests = digests;
  }

  readonly digestOf = (member: string): string | null => this.#digests.sha256(member);

  note(member: string, check: Check): void {
    const known = this.ofMember.get(member) ?? [];
    for (const list of [this.all, known])
      if (!list.some(({ result, from }) => result === check.result && from === check.from))
        list.push(check);
    this.ofMember.set(member, known);
  }

  take(claim: Claim): void {
    const { of, member } = claim;
    const from = `${claim.tool}: ${member}`;
    const fitting = this.#digests.with(claim.digest);
    const proved = fitting?.filter((name) => name !== member && !BESIDE.test(name)) ?? [];
    if (of !== null && this.#digests.has(of)) {
      const read = this.#digests.sha256(of) !== null;
      const fits = proved.includes(of) ? 'agrees' : 'differs';
      this.note(of, { result: read ? fits : 'missing', from });
    } else if (proved.length > 0)
      for (const name of proved) this.note(name, { result: 'agrees', from });
    else {
      // That no file has the digest says that one was changed, or left out: which, cannot be told.
      const elsewhere = claim.mayBeElsewhere || of !== null || !this.#digests.complete;
      this.note(member, { result: elsewhere ? 'missing' : 'differs', from });
    }
  }

  /** A time stamp in the package must be of a file in it. */
  async takeStamp({ name, size, read }: PackageMember): Promise<void> {
    const bytes = size > limits.stampBytes ? 'part-too-large' : await read();
    const stamp = typeof bytes === 'string' ? null : await readStamp(bytes);
    const from = (says: string) => `time stamp${says}: ${name}`;
    if (stamp === null || typeof stamp === 'string') {
      this.note(name, { result: 'missing', from: from('') });
      return;
    }
    const { result, says } = saidBy(stamp);
    const stamped = this.#digests.with(stamp.imprint.digest) ?? [];
    if (result === 'differs') this.note(name, { result, from: from(says) });
    else if (stamped.length > 0)
      for (const one of stamped) this.note(one, { result, from: from(says) });
    else
      this.note(name, {
        result: this.#digests.complete ? 'differs' : 'missing',
        from: from(', file missing'),
      });
  }
}

/** How far a stamp goes by itself: one that names no moment, or that nobody can be seen to have signed, proves nothing. */
function saidBy(stamp: StampReading): { readonly result: CheckResult; readonly says: string } {
  if (stamp.kind === 'rfc3161') {
    if (stamp.signature === 'broken') return { result: 'differs', says: '' };
    if (stamp.signature === 'unchecked')
      return { result: 'missing', says: ', signature unchecked' };
    return { result: 'agrees', says: ` of ${stamp.at.slice(0, 19)}Z` };
  }
  const blocks = stamp.attestations.filter((one) => one.kind === 'bitcoin');
  const first = blocks.toSorted((a, b) => a.height - b.height)[0];
  if (first === undefined) return { result: 'missing', says: ', pending' };
  return { result: 'agrees', says: ` in block ${String(first.height)}` };
}
