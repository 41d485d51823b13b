/** What a dossier is made of: plain data, gathered by the caller. Nothing here reads an archive. */
import type {
  Activity,
  ClaimId,
  ClaimNumber,
  Dossier,
  Entity,
  EntityId,
  Period,
  Quote,
  QuoteId,
  SectionId,
  Source,
  SourceId,
  Tag,
  TextDocument,
  Treatment,
} from '../model/index.ts';
import type { DateRole } from '../timeline/index.ts';
import type { Leak, PossibleLeak } from './leaks.ts';

export interface CutPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The SHA-256 of the bytes, in a press: it may have them from an earlier dossier, and they are left out then. */
  readonly digest?: string;
}

export interface ExhibitQuote extends Quote {
  /** The speaker's name as it is to be printed; `null` when nobody is named. */
  readonly speakerName: string | null;
  /** Names in its words were replaced. */
  readonly redacted?: true;
  /** Of a part of a picture that is not covered: it alone, as pixels. Left out when it could not be cut out. */
  readonly cut?: CutPicture;
}

export interface Exhibit {
  /** From 1, in order of first use. */
  readonly number: number;
  readonly source: Source;
  readonly text: TextDocument | null;
  /**
   * The original of a picture, as collected: its metadata is taken out before it is printed. Or, `made`, an upright
   * picture made from an original that cannot be printed.
   */
  readonly image:
    | (CutPicture & {
        readonly made?: true;
        /** It was `made` for nothing else than to have fewer pixels. */
        readonly scaled?: true;
        /** It stands upright in the place of a graphic picture of this size. */
        readonly covers?: { readonly width: number; readonly height: number };
      })
    | null;
  /** Parts of the picture that are black in `image` and in what is cut out of its pages, and gone from `text`: why each is. */
  readonly covered?: readonly { readonly reason: string; readonly page?: number }[];
  readonly quotes: readonly ExhibitQuote[];
}

export type Verdict = 'same' | 'differs' | 'only-a' | 'only-b' | 'match';

/** A stretch of one side that is marked in it, in UTF-16 units: words that only this side has, or that both share. */
export interface WordMark {
  readonly kind: 'gone' | 'new' | 'shared';
  readonly start: number;
  readonly end: number;
}

export interface ComparedRow {
  readonly a: string;
  readonly b: string;
  /** In order, never overlapping. */
  readonly marks: { readonly a: readonly WordMark[]; readonly b: readonly WordMark[] };
  readonly verdict: Verdict;
  /** It stands in another order than what is around it. */
  readonly moved: boolean;
  /** Short sentences, already worded. */
  readonly reasons: readonly string[];
}

export interface ComparedPair {
  readonly a: SourceId;
  readonly b: SourceId;
  /** Rows that are the same are only counted. */
  readonly brief: boolean;
  readonly rows: readonly ComparedRow[];
}

export interface ClaimMaterialRow {
  readonly quote: QuoteId;
  readonly written: string;
  readonly number: ClaimNumber | null;
  /** Where it is not that of the claim; else empty. */
  readonly unit: string;
  /** Its own; `null` for that of the claim. */
  readonly period: Period | null;
  /** When it was said, or else when its source was published. */
  readonly told: string | null;
  readonly saidBy: string | null;
  readonly origin: { readonly letter: string } | null;
  readonly doubts: readonly ('by-hand' | 'quote-doubtful' | 'words-gone')[];
  /** In the words of whoever doubts it. */
  readonly doubt: string | null;
}

/** A claim as it is printed: what is least and most, and how many origins there are, is worked out already. */
export interface ClaimMaterial {
  readonly id: ClaimId;
  readonly question: string;
  readonly unit: string;
  readonly period: Period | null;
  readonly note: string;
  /** In order of time. */
  readonly rows: readonly ClaimMaterialRow[];
  readonly doubted: readonly ClaimMaterialRow[];
  readonly ranges: readonly {
    readonly unit: string;
    readonly least: ClaimNumber;
    readonly most: ClaimNumber;
  }[];
  readonly origins: {
    readonly count: number;
    /** How many there would be if all that stands alike went back to one. */
    readonly ifAgreed: number;
    readonly named: readonly { readonly letter: string; readonly name: string }[];
  };
}

export interface ChronologyMaterialRow {
  /** Of what it is the date. */
  readonly role: DateRole;
  /** As far as they are known; both `null` where no date is known any more. */
  readonly from: string | null;
  readonly to: string | null;
  /** An exhibit, and the quote of it whose words are printed; `null`: its title is. */
  readonly source: SourceId;
  readonly quote: QuoteId | null;
  /** Of a row of a claim. */
  readonly answer: { readonly question: string; readonly written: string } | null;
  readonly by: string | null;
}

/** A chronology as it is printed: in order of time, those without a date at the end. */
export interface ChronologyMaterial {
  readonly section: SectionId;
  readonly rows: readonly ChronologyMaterialRow[];
}

export interface DossierMaterial {
  readonly dossier: Dossier;
  /** In order of first use; every source and quote that a section names is here. */
  readonly exhibits: readonly Exhibit[];
  readonly tags: readonly Tag[];
  /** In order of first use; a pair may be there whole and brief. */
  readonly comparisons: readonly ComparedPair[];
  /** In order of first use; the quotes of their rows are among the exhibits. */
  readonly claims: readonly ClaimMaterial[];
  /** One for each such section. */
  readonly chronologies?: readonly ChronologyMaterial[];
  readonly log: {
    /** Hash of the last line of the whole log. */
    readonly head: string;
    /** Lines of the whole log. */
    readonly length: number;
    /** The lines about what is printed here, oldest first. */
    readonly entries: readonly Activity[];
  };
  /** `2026-04-09T21:14:03.120Z`; given, so that the same material makes the same bytes. */
  readonly madeAt: string;
  readonly appVersion: string;
  /** Everybody that the archive knows: the dossier's `sharing` says what becomes of their names. */
  readonly entities?: readonly Entity[];
  /** Print although names are in it that must not be. */
  readonly allowProtected?: boolean;
  /** Read the finished PDF back and search it for names. */
  readonly readBack?: boolean;
}

export interface MadePdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** What stands for whom in it, in order of first use. */
  readonly marks: readonly UsedMark[];
  /** Names found in the finished file; empty when it was not read back. */
  readonly leaks: readonly Leak[];
  /** What may be names there. */
  readonly possible: readonly PossibleLeak[];
  readonly contents: DossierContents;
}

/** What is in it, for whoever lets it leave. */
export interface DossierContents {
  readonly exhibits: number;
  /** Exhibits whose whole text is printed. */
  readonly whole: number;
  readonly quotes: number;
  readonly comparisons: number;
  readonly claims: number;
  readonly pictures: number;
  /** Pictures out of whose files something was taken: device, place, time, small previews. */
  readonly stripped: number;
  /** Graphic pictures in whose place squares of grey stand. */
  readonly covered: number;
  /** Parts of pictures that are covered in black. */
  readonly coveredParts: number;
  /** Signs in whose place a mark is printed, because no font of the dossier has them. */
  readonly unprintable: number;
  /** Names that stand in it as they are, because nothing hides them. */
  readonly kept: readonly { readonly entity: EntityId; readonly count: number }[];
}

export interface UsedMark {
  readonly entity: EntityId;
  readonly mark: string;
  readonly treatment: Treatment;
  /** Of its pseudonym. */
  readonly number: number | null;
  /** How often it is printed; shared by all that have the same mark. */
  readonly count: number;
}

export type DossierFailure =
  | 'dossier-empty'
  | 'image-unreadable'
  | 'cancelled'
  | 'typesetting-failed'
  | 'font-missing'
  | 'names-protected';
