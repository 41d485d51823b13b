/** Where else the wording of a source stands. Nothing here says who took it from whom. */
import type { SharedPassage } from '../compare/index.ts';
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { SourceId, SourceKind } from '../model/index.ts';
import type { ReuseExportRequest, ReuseRequest } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export interface ReusedPassage extends SharedPassage {
  /** The beginning of it, as it stands in the other source. */
  readonly text: string;
}

/** Another source that shares wording with the one that was asked for. */
export interface ReusedSource {
  readonly source: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly publisher: string | null;
  readonly published: string | null;
  readonly collected: string | null;
  /** Another version of the same page, or of one work by nature: it holds the other one, or came out of it. */
  readonly relation: 'version' | 'container' | null;
  /** Of the words of the whole source that was asked for, and of the other one's: what both have. */
  readonly share: number;
  readonly shareOfOther: number;
  /** Words of the source that was asked for that stand in the other one. */
  readonly words: number;
  /** Of what was asked for; `a` is a range of its text, `b` of the other one's. */
  readonly passages: readonly ReusedPassage[];
  /** How many there are. */
  readonly passageCount: number;
}

/** Sources that are one text in the main. */
export interface ReuseGroup {
  /** Without the source that was asked for. The earliest published first, those without a date last. */
  readonly sources: readonly ReusedSource[];
  /** The source that was asked for is one of them. */
  readonly withAsked: boolean;
  /** Which was published first, the one that was asked for among them: several where the dates do not tell. */
  readonly earliest: readonly SourceId[];
  /** How many have no date, and how many are another version of a page that is counted already. */
  readonly undated: number;
  readonly versions: number;
}

export interface ReuseReport {
  readonly textSha256: string;
  /** Words that were looked for. */
  readonly words: number;
  /** Sources that have some of them; as many as `limits.reuseSources` are told. */
  readonly total: number;
  /** Sources whose texts could not be read. */
  readonly unread: number;
  /** Those with the source that was asked for first, then by the words that they share. */
  readonly groups: readonly ReuseGroup[];
}

type ReuseFailure = AnyFailure | 'source-missing' | 'no-text' | 'passage-missing' | 'too-few-words';

export interface ReuseCalls {
  /**
   * Sources that have wording of one, word for word or nearly, of all of it or of a part. `too-few-words` for fewer than
   * four.
   */
  findReuse(request: ReuseRequest, job?: Job): Promise<Result<ReuseReport, ReuseFailure>>;
  /**
   * The same as a table of passages, noted in the log. Refused while somebody is named in it who must not be, or a
   * picture is among the sources of which parts must not leave.
   */
  reuseAsCsv(
    request: ReuseExportRequest,
    job?: Job,
  ): Promise<Result<Uint8Array, ReuseFailure | 'names-protected' | 'parts-protected'>>;
}
