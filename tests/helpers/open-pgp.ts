/** Keys and signatures by OpenPGP, made for tests: a person who signs what she photographs. */
import { type Config, createMessage, enums, generateKey, type PrivateKey, sign } from 'openpgp';

export interface Signer {
  readonly publicKey: string;
  readonly fingerprint: string;
  /** A detached signature, armoured. */
  sign(bytes: Uint8Array | string, options?: SignOptions): Promise<string>;
}

interface KeyOptions {
  readonly bits?: number;
  readonly digest?: enums.hash;
}

interface SignOptions {
  readonly date?: Date;
  /** As a text, whose line ends do not matter. */
  readonly asText?: boolean;
}

type Kind = 'rsa' | 'curve25519' | 'ecc';

export async function makeSigner(
  type: Kind = 'curve25519',
  { bits = 2_048, digest = enums.hash.sha256 }: KeyOptions = {},
): Promise<Signer> {
  const config = {
    minRSABits: 1_024,
    preferredHashAlgorithm: digest,
    // Its salt has no length for old digests.
    nonDeterministicSignaturesViaNotation: false,
    rejectMessageHashAlgorithms: new Set<enums.hash>(),
  };
  const { privateKey, publicKey } = await generateKey({
    type,
    ...(type === 'rsa' && { rsaBits: bits }),
    userIDs: [{ name: 'Invented Person', email: 'person@reeds.example' }],
    date: new Date('2026-01-01T00:00:00Z'),
    format: 'object',
    config,
  });
  return {
    publicKey: publicKey.armor(),
    fingerprint: publicKey.getFingerprint().toUpperCase(),
    sign: (bytes, options = {}) => signBy(privateKey, bytes, options, config),
  };
}

async function signBy(
  key: PrivateKey,
  bytes: Uint8Array | string,
  { date = new Date('2026-04-09T21:14:03Z'), asText = false }: SignOptions,
  config: Partial<Config>,
): Promise<string> {
  const message = asText
    ? await createMessage({ text: String(bytes) })
    : await createMessage({
        binary: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
      });
  const signature: unknown = await sign({
    message,
    signingKeys: key,
    detached: true,
    date,
    config,
  });
  return String(signature);
}
