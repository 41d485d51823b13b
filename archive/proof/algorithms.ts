/** The algorithms of certificates and signatures, by the numbers that name them in files. */
import { constants, createHash, type KeyObject, verify } from 'node:crypto';

const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signatures that name their digest themselves. */
const WITH_DIGEST: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
/** Those whose digest is named beside them: RSA, keys on curves. */
const WITHOUT_DIGEST: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', '1.2.840.10045.2.1']);
const PSS = '1.2.840.113549.1.1.10';
const EDWARDS: ReadonlySet<string> = new Set(['1.3.101.112', '1.3.101.113']);

export function digestName(oid: string | null): string | null {
  return oid === null ? null : (DIGESTS[oid] ?? null);
}

export function digestOfBytes(algorithm: string, bytes: Uint8Array): Buffer {
  return createHash(algorithm).update(bytes).digest();
}

export interface Signed {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
  /** The number of the signature's algorithm, and the digest named beside it. */
  readonly algorithm: string | null;
  readonly digest: string | null;
}

/** `null` when the algorithm is not known here, or the key does not suit it. */
export function isSignedBy(key: KeyObject, signed: Signed): boolean | null {
  const { bytes, signature, algorithm, digest } = signed;
  if (algorithm === null) return null;
  try {
    if (EDWARDS.has(algorithm)) return verify(null, bytes, key, signature);
    const named = WITH_DIGEST[algorithm] ?? digest;
    const known = algorithm in WITH_DIGEST || WITHOUT_DIGEST.has(algorithm) || algorithm === PSS;
    if (!known || named === null) return null;
    if (algorithm !== PSS) return verify(named, bytes, key, signature);
    const padding = {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_AUTO,
    };
    // Its parameters may ask for digests that are not looked at here: one that does not fit proves nothing.
    return verify(named, bytes, { key, ...padding }, signature) || null;
  } catch {
    return null;
  }
}
