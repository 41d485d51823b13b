/** An activity: one line of the chain of custody. Lines are chained by hash; none is ever changed or removed. */
import { z } from 'zod';
import { Instant, Sha256, ShortText, Stated } from './common.ts';
import { ActivityId } from './ids.ts';
import { limits } from './limits.ts';
import { Method } from './source.ts';

export const Action = z.enum([
  'archive.create',
  'archive.upgrade',
  'archive.rekey',
  /** Somebody else works here from now on. */
  'archive.actor',
  /** A key was made by which what leaves is signed. */
  'archive.signing-key',
  'archive.salvage',
  'source.import',
  /** Some of what a container holds was taken out, and the rest was not. */
  'source.choose',
  /** Pictures and proofs that came along later were put with it. */
  'source.complete',
  'source.edit',
  'source.read-again',
  /** Its text was corrected by hand, or an earlier one put back. */
  'source.correct',
  'source.restore-text',
  /** With all that rests on it, into the trash. */
  'source.delete',
  'source.check',
  /** Its text was read by machine, or could not be. */
  'source.ocr',
  /** Small pictures were made, and what pictures look like was noted. */
  'source.derive',
  'ocr.ask',
  'ocr.pause',
  'ocr.cancel',
  'quote.add',
  'quote.edit',
  /** Quotes were carried over from an earlier version of their source. */
  'quote.carry',
  'quote.place',
  'quote.delete',
  /** Put back out of the trash. */
  'trash.restore',
  /** Deleted for good. Its line is all that is left: what kind, which digest, when, by whom, why. */
  'trash.destroy',
  /** Nothing of it is in the files any more. */
  'trash.forget',
  'tag.add',
  'tag.edit',
  'tag.delete',
  /** A tag was taken up into another; uses of one were moved to another. */
  'tag.merge',
  'tag.split',
  /** Tags were put on many things at once, or taken off. */
  'tag.many',
  'entity.add',
  'entity.edit',
  'entity.delete',
  /** An entity became one with another, or some of its spellings and quotes became an entity of their own. */
  'entity.merge',
  'entity.split',
  'dossier.add',
  'dossier.edit',
  'dossier.delete',
  'dossier.export',
  'profile.save',
  'profile.delete',
  'stamp.add',
  'stamp.delete',
  'search.save',
  'search.edit',
  'search.delete',
  'gathering.add',
  'gathering.edit',
  'gathering.delete',
  'claim.add',
  'claim.edit',
  'claim.delete',
  'claim.row-add',
  'claim.row-edit',
  'claim.row-delete',
  /** Which rows go back to one origin was said, or taken back. */
  'claim.trace',
  /** Facts of two texts were paired by hand, parted, or left to the comparison again. */
  'pair.make',
  'pair.break',
  'pair.forget',
  'names.export',
  'comparison.export',
  /** A table of the codebook left. */
  'codes.export',
  'claims.export',
  'timeline.export',
  'wording.export',
  'archive.export',
  'archive.verify',
  'change.undo',
  'change.redo',
]);
export type Action = z.infer<typeof Action>;

export const Activity = z.strictObject({
  id: ActivityId,
  /** Counted up from 1 without a gap. */
  number: z.int().min(1),
  at: Instant,
  /** Minutes that local time was ahead of UTC. */
  offset: z.int().min(-1_000).max(1_000),
  /** Who did it, as that person calls herself. Left out in lines that were written before it was asked for. */
  actor: Stated.exactOptional(),
  action: Action,
  /** The records that were touched, by identifier. */
  subjects: z.array(ShortText).max(limits.listLength),
  tool: Method,
  /** SHA-256 of the touched records as canonical JSON before and after; `null` where there was nothing. */
  before: Sha256.nullable(),
  after: Sha256.nullable(),
  /** Digests of bytes that came in or went out, and other plain facts. */
  facts: z.record(ShortText, z.union([ShortText, z.number()])),
  /** Hash of the line before; 64 zeros for the first. */
  previous: Sha256,
  /** SHA-256 of this line as canonical JSON without `hash`. */
  hash: Sha256,
});
export type Activity = z.infer<typeof Activity>;
