/** The codebook as a whole: tags merged, split and deleted, put on many things at once, and notes on them. */
import type { Result } from '../lib/result.ts';
import type { Tag, TagId, TagMemo } from '../model/index.ts';
import type { CodeTable } from '../codes/index.ts';
import type { CodeExportRequest, CodeTableRequest, TagMany, TagSplit } from '../requests.ts';
import type { ExportSummary } from './exchange.ts';
import type { AnyFailure } from './failures.ts';

export type { CodeTable } from '../codes/index.ts';

/** How often a tag was used: on sources as a whole, and on quotes. */
export interface TagUse {
  readonly tag: TagId;
  readonly sources: number;
  readonly quotes: number;
}

export interface CodeCalls {
  /**
   * Takes the first tag up into the second: all uses, the tags below it, what was written of it, and saved searches that
   * ask for it by its name. Refused for itself and for a tag that stands below it.
   */
  mergeTags(
    from: TagId,
    into: TagId,
  ): Promise<
    Result<
      Tag,
      AnyFailure | 'tag-missing' | 'tag-itself' | 'tag-below' | 'too-large' | 'change-too-large'
    >
  >;
  /** Moves chosen uses of a tag to another, which may be new. Answers that one. */
  splitTag(
    split: TagSplit,
  ): Promise<
    Result<
      Tag,
      | AnyFailure
      | 'tag-missing'
      | 'tag-itself'
      | 'tag-not-there'
      | 'source-missing'
      | 'quote-missing'
      | 'too-large'
      | 'change-too-large'
    >
  >;
  /** Refused while something has it, unless it is to come off there, and while tags stand below it. */
  deleteTag(
    id: TagId,
    how: { readonly takeOff: boolean },
  ): Promise<
    Result<
      { readonly takenOff: number },
      | AnyFailure
      | 'tag-missing'
      | 'tag-in-use'
      | 'tag-has-children'
      | 'too-large'
      | 'change-too-large'
    >
  >;
  /** Puts tags on many sources and quotes, and takes others off, as one change. */
  tagMany(
    many: TagMany,
  ): Promise<
    Result<
      { readonly changed: number },
      | AnyFailure
      | 'tag-missing'
      | 'source-missing'
      | 'quote-missing'
      | 'nothing-to-tag'
      | 'too-large'
      | 'change-too-large'
    >
  >;
  addTagMemo(
    id: TagId,
    text: string,
  ): Promise<Result<Tag, AnyFailure | 'tag-missing' | 'too-large'>>;
  deleteTagMemo(
    id: TagId,
    memo: TagMemo,
  ): Promise<Result<Tag, AnyFailure | 'tag-missing' | 'memo-missing'>>;
  /** Of every tag that is used. */
  tagUses(): Promise<Result<readonly TagUse[], AnyFailure>>;
  /** Of the tags that are used most: how often, where they meet, or in which sources they stand. */
  codeTable(request: CodeTableRequest): Promise<Result<CodeTable, AnyFailure>>;
  /** Writes such a table as a file, and not while somebody is named in it who must not be, unless `despiteNames` says so. */
  exportCodeTable(
    request: CodeExportRequest,
    path: string,
  ): Promise<
    Result<
      ExportSummary,
      | AnyFailure
      | 'names-protected'
      | 'target-exists'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;
}
