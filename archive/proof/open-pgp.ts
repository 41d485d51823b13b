/**
 * Signatures by OpenPGP that lie beside what they sign, checked with keys that came along. Whether such a key is
 * anybody's is not asked: that it made a signature says that whoever held it did. Keys are therefore taken as they
 * are, expired or not, and only what is too weak or unknown is left unchecked.
 */
import { ReadableStream } from 'node:stream/web';
import type { Key, SignaturePacket } from 'openpgp';
import { limits } from '../model/index.ts';

/** Why nothing can be said: no key that made it, no signature that can be read, an algorithm that is not relied on. */
export type Unchecked = 'no key' | 'unreadable' | 'unsupported';

export type OpenPgpCheck =
  | {
      readonly result: 'agrees' | 'differs';
      /** Of the key, in hexadecimal. */
      readonly fingerprint: string;
      /** When it was made, as it says itself. */
      readonly at: string | null;
    }
  | { readonly result: 'missing'; readonly why: Unchecked };

/** The public keys in an armoured block; none when it cannot be read. */
export async function readPublicKeys(bytes: Uint8Array): Promise<readonly Key[]> {
  if (bytes.length > limits.keyBytes) return [];
  try {
    const { readKeys } = await import('openpgp');
    const keys = await readKeys({ armoredKeys: new TextDecoder().decode(bytes) });
    return keys.filter((key) => !key.isPrivate()).slice(0, limits.keys);
  } catch {
    return [];
  }
}

/** One answer for each signature in the armoured block. `pieces` gives what is signed, from its beginning each time. */
export async function checkOpenPgp(
  signature: Uint8Array,
  keys: readonly Key[],
  pieces: () => AsyncIterable<Uint8Array>,
): Promise<readonly OpenPgpCheck[]> {
  const packets = await packetsOf(signature);
  if (packets.length === 0) return [{ result: 'missing', why: 'unreadable' }];
  const checks: OpenPgpCheck[] = [];
  for (const packet of packets) checks.push(await checkOne(packet, keys, pieces));
  return checks;
}

async function packetsOf(signature: Uint8Array): Promise<readonly SignaturePacket[]> {
  if (signature.length > limits.signatureBytes) return [];
  try {
    const { enums, readSignature } = await import('openpgp');
    const armoredSignature = new TextDecoder().decode(signature);
    const { packets } = await readSignature({ armoredSignature });
    return [...packets.filterByTag(enums.packet.signature)].slice(0, limits.signatures);
  } catch {
    return [];
  }
}

type KeyPacket = Parameters<SignaturePacket['verify']>[0];

async function checkOne(
  packet: SignaturePacket,
  keys: readonly Key[],
  pieces: () => AsyncIterable<Uint8Array>,
): Promise<OpenPgpCheck> {
  const part = keys.flatMap((key) => key.getKeys(packet.issuerKeyID))[0];
  if (part === undefined) return { result: 'missing', why: 'no key' };
  const { enums } = await import('openpgp');
  const weak: readonly unknown[] = [enums.hash.md5, enums.hash.sha1, enums.hash.ripemd];
  const reliable = packet.signatureType === enums.signature.binary && isReliable(part);
  if (!reliable || weak.includes(packet.hashAlgorithm))
    return { result: 'missing', why: 'unsupported' };
  const result = await verify(packet, part.keyPacket, pieces);
  if (result === null) return { result: 'missing', why: 'unsupported' };
  const at = packet.created?.toISOString() ?? null;
  return { result, fingerprint: part.getFingerprint(), at };
}

/** Numbers that are too small prove nothing, and very large ones only cost time. */
const RSA_BITS = { least: 2_047, most: 8_192 };
const CURVES: ReadonlySet<string> = new Set(['ecdsa', 'eddsaLegacy', 'ed25519', 'ed448']);

function isReliable(key: Pick<Key, 'getAlgorithmInfo'>): boolean {
  const { algorithm, bits = 0 } = key.getAlgorithmInfo();
  if (CURVES.has(algorithm)) return true;
  return algorithm.startsWith('rsa') && bits >= RSA_BITS.least && bits <= RSA_BITS.most;
}

/** What the library throws when the bytes are others, or the numbers do not fit; anything else it could not do. */
const DIFFERS = /^(?:Signed digest did not match|Signature verification failed)$/;

async function verify(
  packet: SignaturePacket,
  key: KeyPacket,
  pieces: () => AsyncIterable<Uint8Array>,
): Promise<'agrees' | 'differs' | null> {
  const { createMessage, enums, LiteralDataPacket } = await import('openpgp');
  try {
    const binary = ReadableStream.from(pieces());
    const message = await createMessage({ binary });
    const [literal] = message.packets;
    if (!(literal instanceof LiteralDataPacket)) return null;
    // At its own moment: whether it has expired since, or a clock was wrong, does not change who made it.
    const moment = packet.created ?? new Date();
    const verifying = packet
      .verify(key, enums.signature.binary, literal, moment, true)
      .then(() => null)
      .catch((error: unknown) => (error instanceof Error ? error : new Error('unknown')));
    // What is hashed is a copy of the stream, which flows only while the stream itself is read.
    const data: unknown = message.getLiteralData();
    if (data instanceof ReadableStream) await drain(data);
    const error = await verifying;
    if (error === null) return 'agrees';
    return DIFFERS.test(error.message) ? 'differs' : null;
  } catch {
    return null;
  }
}

async function drain(stream: ReadableStream<unknown>): Promise<void> {
  const reader = stream.getReader();
  while (!(await reader.read()).done);
}
