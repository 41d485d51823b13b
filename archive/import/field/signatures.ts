/**
 * OpenPGP signatures in a package: what each of them is of, by its name, and whether the package's own keys made it.
 * What such a check says is written into its source: `OpenPGP signature by <fingerprint> at <moment>: <name>`.
 */
import type { Key } from 'openpgp';
import { limits } from '../../model/index.ts';
import { checkOpenPgp, type OpenPgpCheck, readPublicKeys } from '../../proof/open-pgp.ts';
import type { Check } from '../checks.ts';
import type { Digests } from './digests.ts';
import type { PackageMember } from './member.ts';

const ARMOURED = /\.asc$/i;
/** ProofMode names a signature by the digest of what it is of. */
const OF_DIGEST = /(?:^|\/)([0-9a-f]{64})\.asc$/i;
const KEY_BLOCK = '-----BEGIN PGP PUBLIC KEY BLOCK-----';
const SIGNATURE_BLOCK = '-----BEGIN PGP SIGNATURE-----';

/** A check, and the member that it is told of. */
export interface SignatureFound {
  readonly of: string;
  readonly check: Check;
}

interface Armoured {
  readonly member: PackageMember;
  readonly bytes: Uint8Array;
}

export interface Armour {
  readonly keys: readonly Armoured[];
  readonly signatures: readonly Armoured[];
}

/** Keys and signatures by what they hold. A name alone makes no signature: texts end in `.asc` too. */
export async function armourIn(members: readonly PackageMember[]): Promise<Armour> {
  const names = new Set(members.map(({ name }) => name));
  const keys: Armoured[] = [];
  const signatures: Armoured[] = [];
  for (const member of members) {
    if (!ARMOURED.test(member.name) || member.size > limits.keyBytes) continue;
    const bytes = await member.read();
    if (typeof bytes === 'string') continue;
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
    const beside = names.has(member.name.replace(ARMOURED, ''));
    if (head.includes(KEY_BLOCK)) keys.push({ member, bytes });
    else if (head.includes(SIGNATURE_BLOCK) || beside || OF_DIGEST.test(member.name))
      signatures.push({ member, bytes });
  }
  return { keys, signatures };
}

export async function checkSignatures(
  members: readonly PackageMember[],
  digests: Digests,
  armour: Armour,
): Promise<readonly SignatureFound[]> {
  const found: SignatureFound[] = [];
  const keys = await keysOf(armour);
  const byName = new Map(members.map((member) => [member.name, member]));
  // Each file may be read twice more for it: many signatures of one large file are no way to keep us busy.
  let left = 2 * members.reduce((sum, { size }) => sum + size, 0);
  for (const { member, bytes } of armour.signatures) {
    const { name } = member;
    const targets = targetsOf(name, digests);
    if (targets.length === 0) found.push({ of: name, check: unchecked(name, 'file missing') });
    for (const target of targets) {
      const signed = byName.get(target);
      if (signed === undefined) continue;
      left -= signed.size;
      const hindered =
        left < 0 || !digests.known
          ? 'too much'
          : digests.sha256(target) === null
            ? 'file missing'
            : null;
      if (hindered !== null) {
        found.push({ of: target, check: unchecked(name, hindered) });
        continue;
      }
      const checks = await checkOpenPgp(bytes, keys, () => signed.pieces());
      found.push(...checks.map((check) => ({ of: target, check: told(name, check) })));
    }
  }
  return found;
}

async function keysOf({ keys }: Armour): Promise<Key[]> {
  const found: Key[] = [];
  for (const { bytes } of keys.slice(0, limits.keys)) found.push(...(await readPublicKeys(bytes)));
  return found.slice(0, limits.keys);
}

/** The file that it goes on from by name, or that has the digest which it is named by. */
function targetsOf(name: string, digests: Digests): readonly string[] {
  const beside = name.replace(ARMOURED, '');
  if (digests.has(beside)) return [beside];
  const digest = OF_DIGEST.exec(name)?.[1]?.toLowerCase();
  return digest === undefined ? [] : (digests.with(digest) ?? []);
}

function told(name: string, check: OpenPgpCheck): Check {
  if (check.result === 'missing') return unchecked(name, check.why);
  const { result, fingerprint, at } = check;
  const moment = at === null ? '' : ` at ${at.slice(0, 19)}Z`;
  return { result, from: `OpenPGP signature by ${fingerprint.toUpperCase()}${moment}: ${name}` };
}

function unchecked(name: string, why: string): Check {
  return { result: 'missing', from: `OpenPGP signature, ${why}: ${name}` };
}
