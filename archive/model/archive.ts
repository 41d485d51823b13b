/** What an archive says of itself. */
import { z } from 'zod';
import { Instant, Name, Sha256, Stated } from './common.ts';
import { BlobId } from './ids.ts';

/** The archive's own key for signing what leaves. The secret half is a blob, so that no record carries it anywhere. */
export const SigningKey = z.strictObject({
  /** PKCS #8. */
  blob: BlobId,
  /** SubjectPublicKeyInfo in DER, as base64. */
  publicKey: z.base64().max(200),
  /** SHA-256 of that. */
  fingerprint: Sha256,
  madeAt: Instant,
});
export type SigningKey = z.infer<typeof SigningKey>;

export const About = z.strictObject({
  id: z.literal('archive'),
  name: Name,
  createdAt: Instant,
  /** Who works in it now: stands in the lines of the log. `unknown` where it is left out. */
  actor: Stated.exactOptional(),
  /** Made when something is signed for the first time. */
  signingKey: SigningKey.exactOptional(),
  /** Version of the record schemas; raised by numbered upgrade steps. */
  schema: z.int().min(1),
  /** The highest shelfmark number given out. */
  lastShelfmark: z.int().min(0),
});
export type About = z.infer<typeof About>;
