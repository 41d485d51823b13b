/**
 * Proofs that ProofMode, and Save which builds on it, lay beside pictures: files that carry the digest of what they
 * prove in their names. They stay parts like any other; here it is checked that what they prove is there unchanged.
 */
import { createHash } from 'node:crypto';
import { limits } from '../../model/index.ts';
import type { NoteCode } from '../draft.ts';
import type { Readings } from '../readings.ts';
import type { ZipMember } from './open-zip.ts';

const PROOF = /(?:^|\/)([0-9a-f]{64})\.proof\.(?:csv|json)$/i;
/** Proofs, signatures and time stamps: what proves rather than what is proved. */
const BESIDE = /\.(?:proof\.(?:csv|json)|asc|ots|gst)$/i;

/** A reading for each digest that a proof names; none where there are no proofs. */
export async function checkProofs(
  members: readonly ZipMember[],
  readings: Readings,
): Promise<NoteCode[]> {
  const proofs = new Map<string, string>();
  for (const { name } of members) {
    const digest = PROOF.exec(name)?.[1]?.toLowerCase();
    if (digest !== undefined && !proofs.has(digest)) proofs.set(digest, name);
  }
  if (proofs.size === 0) return [];
  const proved = members.filter(({ name }) => !BESIDE.test(name));
  const total = proved.reduce((sum, { size }) => sum + size, 0);
  const found = total > limits.partBytes ? null : await digestsOf(proved);
  let agreed = true;
  for (const [digest, name] of proofs) {
    const agrees = found?.has(digest) === true;
    agreed &&= agrees;
    // That no file has the digest says that one was changed, or left out: which, cannot be told.
    const result = agrees ? 'agrees' : found === null ? 'missing' : 'differs';
    readings.add('check', result, `ProofMode: ${name}`);
  }
  return [agreed ? 'digests-agree' : 'digests-differ'];
}

async function digestsOf(members: readonly ZipMember[]): Promise<ReadonlySet<string>> {
  const digests = new Set<string>();
  for (const member of members) {
    const bytes = await member.read();
    if (typeof bytes !== 'string') digests.add(createHash('sha256').update(bytes).digest('hex'));
  }
  return digests;
}
