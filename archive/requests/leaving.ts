/** How an archive leaves as an export, and a dossier as a package. */
import { z } from 'zod';
import { limits, Sharing, ShortText } from '../model/index.ts';

export const ExportRequest = z.strictObject({
  format: z.enum(['bagit', 'qdpx', 'csv', 'json']),
  /** What becomes of names; `null` when they are to stand as they are. */
  sharing: Sharing.nullable(),
  /** With a sharing: which files leave beside the records. Pictures leave without what is written into their files. */
  files: z.enum(['none', 'pictures', 'originals']),
  /** Let it leave although somebody is named who must not be. */
  despiteNames: z.boolean(),
  /** Without a sharing: let pictures leave as they are although parts of them must not. */
  despiteParts: z.boolean().exactOptional(),
  /** For whom it is: kept in the log, and nowhere in what leaves. */
  recipient: ShortText.exactOptional(),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** A zip may be sealed: by a passphrase, or for the holder of an age key. */
export const PackageSeal = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('passphrase'),
    passphrase: z.string().min(1).max(limits.shortText),
  }),
  z.strictObject({
    by: z.literal('recipient'),
    recipient: z.string().min(1).max(limits.sealKey),
  }),
]);
export type PackageSeal = z.infer<typeof PackageSeal>;

export const PackageRequest = z
  .strictObject({
    form: z.enum(['folder', 'zip']),
    /** Which files of the exhibits leave beside the PDF. A name that is hidden keeps those that hold it. */
    files: z.enum(['none', 'pictures', 'originals']),
    seal: PackageSeal.nullable(),
    /** Let it leave although somebody is named who must not be. */
    despiteNames: z.boolean(),
    /** For whom it is: kept in the log, and nowhere in the package. */
    recipient: ShortText,
  })
  .refine(({ form, seal }) => form === 'zip' || seal === null);
export type PackageRequest = z.infer<typeof PackageRequest>;
