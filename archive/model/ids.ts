/** The identifiers of what an archive holds. Opaque, stable, never reused. */
import { z } from 'zod';
import { newId } from '../lib/ids.ts';

const pattern = (prefix: string) => new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{20}$`);

export const SourceId = z.string().regex(pattern('src')).brand('SourceId');
export const QuoteId = z.string().regex(pattern('qte')).brand('QuoteId');
export const TagId = z.string().regex(pattern('tag')).brand('TagId');
export const EntityId = z.string().regex(pattern('ent')).brand('EntityId');
export const DossierId = z.string().regex(pattern('dos')).brand('DossierId');
export const SectionId = z.string().regex(pattern('sec')).brand('SectionId');
export const ProfileId = z.string().regex(pattern('prf')).brand('ProfileId');
export const StampId = z.string().regex(pattern('stm')).brand('StampId');
export const SavedSearchId = z.string().regex(pattern('sea')).brand('SavedSearchId');
export const ClaimId = z.string().regex(pattern('clm')).brand('ClaimId');
export const ClaimRowId = z.string().regex(pattern('row')).brand('ClaimRowId');
export const OriginId = z.string().regex(pattern('org')).brand('OriginId');
export const PairingId = z.string().regex(pattern('pai')).brand('PairingId');
export const GatheringId = z.string().regex(pattern('gat')).brand('GatheringId');
export const TrashId = z.string().regex(pattern('trs')).brand('TrashId');
export const ActivityId = z.string().regex(pattern('act')).brand('ActivityId');
/** Names an encrypted blob in the vault: 64 hexadecimal digits. */
export const BlobId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('BlobId');

export type SourceId = z.infer<typeof SourceId>;
export type QuoteId = z.infer<typeof QuoteId>;
export type TagId = z.infer<typeof TagId>;
export type EntityId = z.infer<typeof EntityId>;
export type DossierId = z.infer<typeof DossierId>;
export type SectionId = z.infer<typeof SectionId>;
export type ProfileId = z.infer<typeof ProfileId>;
export type StampId = z.infer<typeof StampId>;
export type SavedSearchId = z.infer<typeof SavedSearchId>;
export type ClaimId = z.infer<typeof ClaimId>;
export type ClaimRowId = z.infer<typeof ClaimRowId>;
export type OriginId = z.infer<typeof OriginId>;
export type PairingId = z.infer<typeof PairingId>;
export type GatheringId = z.infer<typeof GatheringId>;
export type TrashId = z.infer<typeof TrashId>;
export type ActivityId = z.infer<typeof ActivityId>;
export type BlobId = z.infer<typeof BlobId>;

export const newSourceId = () => newId('src') as SourceId;
export const newQuoteId = () => newId('qte') as QuoteId;
export const newTagId = () => newId('tag') as TagId;
export const newEntityId = () => newId('ent') as EntityId;
export const newDossierId = () => newId('dos') as DossierId;
export const newSectionId = () => newId('sec') as SectionId;
export const newProfileId = () => newId('prf') as ProfileId;
export const newStampId = () => newId('stm') as StampId;
export const newSavedSearchId = () => newId('sea') as SavedSearchId;
export const newClaimId = () => newId('clm') as ClaimId;
export const newClaimRowId = () => newId('row') as ClaimRowId;
export const newOriginId = () => newId('org') as OriginId;
export const newPairingId = () => newId('pai') as PairingId;
export const newGatheringId = () => newId('gat') as GatheringId;
export const newTrashId = () => newId('trs') as TrashId;
export const newActivityId = () => newId('act') as ActivityId;
