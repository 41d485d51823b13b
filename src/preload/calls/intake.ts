/** Files are chosen and taken in, and the profiles by which that is done. */
import { z } from 'zod';
import type { ImportOutcome, PartList } from '../../../archive/face/index.ts';
import type { Profile } from '../../../archive/model/index.ts';
import { Capture, limits, ProfileId, Sha256 } from '../../../archive/model/index.ts';
import { ProfileDraft } from '../../../archive/requests.ts';
import { type Chosen, Nothing, returns, Ticket } from './returns.ts';

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  /** The person stopped it: what is listed was done, the rest was not begun. */
  readonly cancelled: boolean;
}

export const intakeCalls = {
  /** Asks for files to import. */
  'files.choose': returns<readonly Chosen[]>()('command', Nothing),
  /** Bytes of something dropped that is no file on the disk (a picture out of a browser, an attachment). */
  'files.offer': returns<Chosen>()(
    'command',
    z.strictObject({ name: z.string().max(1_000), bytes: z.instanceof(Uint8Array) }),
  ),
  /** What a web archive, a zip or a mailbox holds, before it is taken in; `null` for anything else. Its ticket stays good. */
  'sources.parts': returns<PartList | null>()('job', z.strictObject({ file: Ticket })),
  'sources.import': returns<ImportReport>()(
    'job',
    z.strictObject({
      files: z.array(Ticket).min(1).max(10_000),
      /** Of some files: what of their parts is taken. Of the others all. */
      chosen: z
        .array(
          z.strictObject({
            file: Ticket,
            sha256: Sha256,
            numbers: z.array(z.int().min(1).max(limits.containerParts)).max(limits.containerParts),
          }),
        )
        .max(10_000)
        .optional(),
      capture: Capture,
      /** Take the pictures of saved pages too, as sources of their own. */
      pageFiles: z.boolean().optional(),
    }),
  ),
  /** Saves how things are collected under a name, in place of what had that name. */
  'profiles.save': returns<Profile>()('command', ProfileDraft),
  'profiles.delete': returns<null>()('command', z.strictObject({ id: ProfileId })),
};
