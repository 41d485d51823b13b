/** What an archive says of itself. */
import { z } from 'zod';
import { Instant, Name, Sha256, Stated } from './common.ts';
import { BlobId, TrashId } from './ids.ts';

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

/** What was deleted for good and may still stand in files of the folder: its blobs, and the moment since when it is in no record but the trash. */
export const Leaving = z.strictObject({ id: TrashId, since: Instant, blobs: z.array(BlobId) });
export type Leaving = z.infer<typeof Leaving>;

export const About = z.strictObject({
  id: z.literal('archive'),
  name: Name,
  createdAt: Instant,
  /** Who works in it now: stands in the lines of the log. `unknown` where it is left out. */
  actor: Stated.exactOptional(),
  /** Made when something is signed for the first time. */
  signingKey: SigningKey.exactOptional(),
  /** Left out when nothing is leaving. */
  leaving: z.array(Leaving).exactOptional(),
  /** Version of the record schemas; raised by numbered upgrade steps. */
  schema: z.int().min(1),
  /** The highest shelfmark number given out. */
  lastShelfmark: z.int().min(0),
});
export type About = z.infer<typeof About>;
