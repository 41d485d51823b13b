/**
 * The signature of a WACZ: over the digest of its description, by a key that names nobody, or by the certificate of a
 * domain with a time stamp of the signature.
 */
import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { plainLine } from '../lib/plain-line.ts';
import { readToken } from './token.ts';

export const SignedData = z.looseObject({
  hash: z.string().max(200),
  signature: z.string().max(10_000),
  publicKey: z.string().max(10_000).optional(),
  domain: z.string().max(300).optional(),
  domainCert: z.string().max(100_000).optional(),
  timeSignature: z.string().max(100_000).optional(),
  timestampCert: z.string().max(100_000).optional(),
});
export type SignedData = z.infer<typeof SignedData>;

export interface SignatureCheck {
  readonly result: 'agrees' | 'differs' | 'missing';
  /** The key, by its digest, or the domain. */
  readonly by: string;
}

/** `hash` is what the package says beside the signature: both must be the same words. */
export function checkSignature(signed: SignedData, hash: string): readonly SignatureCheck[] {
  const key = keyOf(signed);
  const by = signerOf(signed, key);
  if (signed.hash !== hash) return [{ result: 'differs', by }];
  if (key === null) return [{ result: 'missing', by }];
  const signature = { result: holds(key, signed) ? 'agrees' : 'differs', by } as const;
  return [signature, ...timeOf(signed)];
}

/** Of a domain the key is that of its certificate. */
function keyOf({ publicKey, domainCert }: SignedData): KeyObject | null {
  try {
    if (domainCert !== undefined) return new X509Certificate(domainCert).publicKey;
    if (publicKey === undefined) return null;
    const key = Buffer.from(publicKey, 'base64');
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function signerOf({ domain, domainCert }: SignedData, key: KeyObject | null): string {
  if (domainCert !== undefined && domain !== undefined && isFor(domainCert, domain))
    // Anybody can make a certificate that names a domain: whom its issuer is, is not checked here.
    return `certificate that names ${plainLine(domain.slice(0, 60))}, issuer unchecked`;
  if (key === null) return '?';
  const spki = key.export({ format: 'der', type: 'spki' });
  return `key ${createHash('sha256').update(spki).digest('hex').slice(0, 16)}`;
}

function isFor(certificate: string, domain: string): boolean {
  try {
    return new X509Certificate(certificate).checkHost(domain) !== undefined;
  } catch {
    return false;
  }
}

/** Browsers write the two numbers of a signature side by side, other programs in DER. */
function holds(key: KeyObject, { hash, signature }: SignedData): boolean {
  const [bytes, words] = [Buffer.from(signature, 'base64'), Buffer.from(hash)];
  return (['ieee-p1363', 'der'] as const).some((dsaEncoding) => {
    try {
      return verify('sha256', words, { key, dsaEncoding }, bytes);
    } catch {
      return false;
    }
  });
}

/** The time stamp is of the signature as it is written. */
function timeOf({ signature, timeSignature, timestampCert }: SignedData): SignatureCheck[] {
  if (timeSignature === undefined) return [];
  const token = readToken(Buffer.from(timeSignature, 'base64'), timestampCert ?? '');
  if (typeof token === 'string') return [{ result: 'missing', by: 'time stamp' }];
  const { imprint } = token;
  const fits = createHash(imprint.algorithm).update(signature).digest('hex') === imprint.digest;
  const by = `time stamp ${token.at.slice(0, 19)}Z`;
  if (!fits || token.signature === 'broken') return [{ result: 'differs', by }];
  return [{ result: token.signature === 'holds' ? 'agrees' : 'missing', by }];
}
