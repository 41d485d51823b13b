/** What a researcher writes down: sources as described, quotes, tags, entities, profiles. */
import type { Result } from '../lib/result.ts';
import type {
  Entity,
  EntityId,
  Profile,
  ProfileId,
  Quote,
  QuoteId,
  Source,
  SourceId,
  Tag,
  TagId,
} from '../model/index.ts';
import type {
  EntityDraft,
  EntityPatch,
  ProfileDraft,
  QuoteDraft,
  QuotePatch,
  SourcePatch,
  TagDraft,
  TagPatch,
  TextPassage,
} from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export interface DeskCalls {
  editSource(
    id: SourceId,
    patch: SourcePatch,
  ): Promise<
    Result<
      Source,
      AnyFailure | 'source-missing' | 'tag-missing' | 'version-circle' | 'not-coverable'
    >
  >;
  quotes(source?: SourceId): Promise<Result<readonly Quote[], AnyFailure>>;
  addQuote(
    draft: QuoteDraft,
  ): Promise<
    Result<
      Quote,
      | AnyFailure
      | 'source-missing'
      | 'passage-differs'
      | 'passage-missing'
      | 'passage-ambiguous'
      | 'no-text'
      | 'no-picture'
      | 'region-outside'
      | 'region-empty'
      | 'region-crossed'
      | 'tag-missing'
      | 'entity-missing'
    >
  >;
  editQuote(
    id: QuoteId,
    patch: QuotePatch,
  ): Promise<Result<Quote, AnyFailure | 'quote-missing' | 'tag-missing' | 'entity-missing'>>;
  /** Says where a quote stands; without a passage, that it was put at the right place when its text was replaced. */
  placeQuote(
    id: QuoteId,
    passage: TextPassage | null,
  ): Promise<
    Result<
      Quote,
      | AnyFailure
      | 'quote-missing'
      | 'no-text'
      | 'text-changed'
      | 'passage-differs'
      | 'passage-missing'
      | 'passage-ambiguous'
    >
  >;
  addTag(draft: TagDraft): Promise<Result<Tag, AnyFailure | 'tag-exists' | 'tag-missing'>>;
  editTag(
    id: TagId,
    patch: TagPatch,
  ): Promise<Result<Tag, AnyFailure | 'tag-exists' | 'tag-missing' | 'tag-cycle' | 'too-large'>>;
  addEntity(draft: EntityDraft): Promise<Result<Entity, AnyFailure>>;
  editEntity(
    id: EntityId,
    patch: EntityPatch,
  ): Promise<Result<Entity, AnyFailure | 'entity-missing'>>;
  /** Saves how things are collected under a name, in place of what had that name, whatever its case. */
  saveProfile(draft: ProfileDraft): Promise<Result<Profile, AnyFailure>>;
  deleteProfile(id: ProfileId): Promise<Result<null, AnyFailure | 'profile-missing'>>;
}
