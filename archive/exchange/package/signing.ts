/**
 * An archive's own signing key: Ed25519, of Node's own cryptography. It names nobody. Whoever has its fingerprint by
 * another way knows that two packages came out of one archive, and that nothing in them was changed since.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';

export interface SigningKey {
  /** PKCS #8, to be kept sealed. */
  readonly secret: Uint8Array;
  readonly publicKey: string;
  readonly fingerprint: string;
}

export interface Signer {
  /** PEM, as every other program reads it. */
  readonly publicKey: string;
  /** SHA-256 of the public key (SubjectPublicKeyInfo in DER), 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: der.toString('base64'),
    fingerprint: createHash('sha256').update(der).digest('hex'),
  };
}

/** Throws for bytes that are no key of this sort: what was kept is not what was made. */
export function signerOf(secret: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.from(secret), type: 'pkcs8', format: 'der' });
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not a signing key');
  const open = createPublicKey(key);
  const der = open.export({ type: 'spki', format: 'der' });
  return {
    publicKey: open.export({ type: 'spki', format: 'pem' }),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** Whether `publicKey`, as PEM, signed these bytes. */
export function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    const key = createPublicKey(publicKey);
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/** `4f2a 09c1 …`: so that it can be read out. */
export function inGroups(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
