/** A time stamp that was obtained elsewhere, of a head of the log or of an original: kept as it came, and what can be read in it. */
import { z } from 'zod';
import { Instant, Sha256, ShortText } from './common.ts';
import { BlobId, SourceId, StampId } from './ids.ts';

/** The digest that was stamped. */
export const Imprint = z.strictObject({
  algorithm: z.enum(['sha256', 'sha384', 'sha512']),
  digest: z.string().regex(/^[0-9a-f]{64,128}$/),
});
export type Imprint = z.infer<typeof Imprint>;

/** The certificate whose key signed: what it says of itself, and of its use. */
export const StampCertificate = z.strictObject({
  subject: ShortText,
  issuer: ShortText,
  sha256: Sha256,
  /** It was valid, by its own dates, at the moment that the stamp names. */
  validThen: z.boolean(),
  /** It says of itself that it is for time stamps. */
  forStamping: z.boolean(),
  /** Subjects of the certificates in the token that lead on from it, each signed by the next. */
  chain: z.array(ShortText).max(10),
});
export type StampCertificate = z.infer<typeof StampCertificate>;

/** Where an OpenTimestamps proof ends. */
export const Attestation = z.discriminatedUnion('kind', [
  /** The Merkle root that the block's header must hold, as explorers of the chain write it. */
  z.strictObject({ kind: z.literal('bitcoin'), height: z.int().min(0), merkleRoot: Sha256 }),
  /** A calendar's promise alone: it names no moment. */
  z.strictObject({ kind: z.literal('pending'), calendar: ShortText }),
  z.strictObject({ kind: z.literal('other'), tag: z.string().regex(/^[0-9a-f]{16}$/) }),
]);
export type Attestation = z.infer<typeof Attestation>;

/** What stands in the file, as far as it can be checked without any network. */
export const StampReading = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rfc3161'),
    imprint: Imprint,
    /** The moment that the authority names. */
    at: Instant,
    policy: ShortText,
    serial: ShortText,
    /** `unchecked`: the certificate is not in the token, or the algorithm is not known here. */
    signature: z.enum(['holds', 'broken', 'unchecked']),
    certificate: StampCertificate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('opentimestamps'),
    imprint: Imprint,
    attestations: z.array(Attestation).min(1).max(100),
  }),
]);
export type StampReading = z.infer<typeof StampReading>;

/** What was stamped: the state of the log at one of its lines, or the bytes of one original. */
export const StampSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('head'), line: z.int().min(1), hash: Sha256 }),
  z.strictObject({ kind: z.literal('source'), source: SourceId }),
]);
export type StampSubject = z.infer<typeof StampSubject>;

export const Stamp = z.strictObject({
  id: StampId,
  of: StampSubject,
  file: z.strictObject({ blob: BlobId, name: ShortText, size: z.int().min(1), sha256: Sha256 }),
  reading: StampReading,
  addedAt: Instant,
});
export type Stamp = z.infer<typeof Stamp>;
