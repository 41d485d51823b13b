/** The printed dossier as plain data: what the template reads as JSON. Every string in it is cleaned; none is markup. */
import type { Direction } from './direction.ts';
import type { TemplateWords } from './words/words.ts';

/** A short text in a language of its own. */
export interface Phrase {
  readonly t: string;
  readonly lang: string;
  readonly dir: Direction;
}

/** A stretch of a paragraph: alike in style, or the place where a marked passage begins or ends. */
export type Run =
  | string
  | {
      readonly t: string;
      readonly em?: true;
      readonly strong?: true;
      readonly code?: true;
      /** Inside a marked passage. */
      readonly hit?: true;
      /** Of two texts side by side: only this one has it, or both. */
      readonly word?: 'gone' | 'new' | 'shared';
    }
  | { readonly open: string }
  | { readonly close: string }
  /** Something was left out here by us. */
  | { readonly cut: true };

export interface Block {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list-item'
    | 'block-quote'
    | 'table-row'
    | 'caption'
    | 'footnote'
    | 'preformatted';
  readonly level?: number;
  /** Counted in the source's text, from 1. */
  readonly number?: number;
  readonly lang: string;
  readonly dir: Direction;
  readonly runs: readonly Run[];
}

/** A written section. */
export type Written =
  | {
      readonly kind: 'paragraph';
      readonly dir: Direction;
      readonly lang: string;
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly dir: Direction;
      readonly lang: string;
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: 'list';
      readonly start: number | null;
      readonly items: readonly (readonly Written[])[];
    }
  | { readonly kind: 'quote'; readonly body: readonly Written[] }
  | { readonly kind: 'code'; readonly t: string }
  | { readonly kind: 'rule' };

export interface Fact {
  readonly label: string;
  readonly values: readonly Phrase[];
  /** Digests, names of files: in letters of equal width. */
  readonly mono?: true;
  /** Something we say, not the material: "not known", "withheld". */
  readonly said?: true;
}

/** A quoted part of a picture, shown by itself. */
export interface Detail {
  readonly file: string;
  readonly orientation: number;
  readonly width: number;
  readonly height: number;
  /** The part of the file that is shown; of one that was cut out, all of it. */
  readonly region: Region;
  readonly alternative: string;
}

export interface PrintedQuote {
  /** `3.1`: the first quote of exhibit 3. */
  readonly label: string;
  readonly words: Phrase | null;
  readonly detail: Detail | null;
  /** The paragraphs around it; `null` when the exhibit is printed whole or the passage is a region. */
  readonly context: readonly Block[] | null;
  /** Why no context is printed, in words. */
  readonly notice: string | null;
  readonly facts: readonly Fact[];
  readonly translation: { readonly heading: string; readonly text: Phrase } | null;
  readonly note: Phrase | null;
}

export interface Region {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Corners of an outline, as shares of the picture; none of a rectangle. */
  readonly corners: readonly (readonly [number, number])[];
}

export interface PrintedPicture {
  readonly file: string;
  readonly orientation: number;
  /** As displayed, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
  readonly caption: string;
  readonly regions: readonly Region[];
  /** Announced on the page before. */
  readonly graphic: boolean;
}

export interface PrintedExhibit {
  readonly number: number;
  readonly label: string;
  readonly shelfmark: string;
  readonly title: Phrase;
  /** For contents and bookmarks. */
  readonly shortTitle: Phrase;
  readonly kindName: string;
  readonly sha256: string;
  readonly dates: string;
  readonly facts: readonly Fact[];
  readonly note: Phrase | null;
  readonly picture: PrintedPicture | null;
  readonly quotes: readonly PrintedQuote[];
  readonly whole: { readonly heading: string; readonly blocks: readonly Block[] } | null;
}

export type PrintedSection =
  | {
      readonly kind: 'heading';
      readonly key: string;
      readonly text: Phrase;
      readonly shortText: Phrase;
    }
  | { readonly kind: 'text'; readonly body: readonly Written[] }
  | {
      readonly kind: 'quote';
      readonly exhibit: number;
      readonly label: string;
      readonly words: Phrase | null;
      /** Of a part of a picture, in our words: what is seen in it. */
      readonly seen: { readonly label: string; readonly text: Phrase } | null;
      /** Left out when the picture is graphic. */
      readonly detail: Detail | null;
      readonly by: Phrase | null;
      readonly attribution: string | null;
      readonly translation: { readonly heading: string; readonly text: Phrase } | null;
      readonly reference: string;
    }
  | {
      readonly kind: 'source';
      readonly exhibit: number;
      readonly title: Phrase;
      readonly reference: string;
    }
  | {
      readonly kind: 'comparison';
      readonly number: number;
      readonly a: Phrase;
      readonly b: Phrase;
      readonly reference: string;
    }
  | { readonly kind: 'chronology'; readonly rows: readonly PrintedChronologyRow[] }
  | {
      readonly kind: 'claim';
      readonly number: number;
      readonly question: Phrase;
      readonly facts: readonly Fact[];
      readonly reference: string;
    };

export interface PrintedChronologyRow {
  readonly date: string;
  /** Of what it is the date. */
  readonly of: string;
  /** What is not known of it, in words. */
  readonly rough: string | null;
  readonly question: Phrase | null;
  /** `null` where a part of a picture is quoted. */
  readonly words: Phrase | null;
  /** The words are the title of the exhibit, not a quote. */
  readonly title: boolean;
  readonly by: Phrase | null;
  readonly exhibit: number;
  readonly reference: string;
}

export interface PrintedComparison {
  readonly number: number;
  readonly heading: string;
  readonly a: { readonly label: string; readonly title: Phrase };
  readonly b: { readonly label: string; readonly title: Phrase };
  readonly rows: readonly {
    readonly sign: string;
    readonly verdict: string;
    readonly a: PrintedSide | null;
    readonly b: PrintedSide | null;
    readonly reasons: readonly Phrase[];
    /** Stands in the place of passages that are only counted. */
    readonly left: string | null;
  }[];
}

export interface PrintedSide {
  readonly runs: readonly Run[];
  readonly lang: string;
  readonly dir: Direction;
}

export interface PrintedClaimRow {
  /** `≥ 80`; `null` when the answer is no number. */
  readonly number: string | null;
  readonly written: Phrase;
  /** Where it is not that of the claim. */
  readonly unit: Phrase | null;
  readonly period: string | null;
  readonly told: string;
  readonly by: Phrase | null;
  /** Rows with the same letter go back to one origin. */
  readonly origin: string | null;
  readonly doubts: readonly string[];
  readonly why: Phrase | null;
  readonly exhibit: number | null;
  readonly reference: string;
}

export interface PrintedClaim {
  readonly number: number;
  readonly heading: string;
  readonly question: Phrase;
  readonly facts: readonly Fact[];
  readonly note: Phrase | null;
  readonly rows: readonly PrintedClaimRow[];
  readonly doubted: readonly PrintedClaimRow[];
  readonly origins: readonly { readonly letter: string; readonly name: Phrase }[];
}

export interface PrintedLine {
  readonly number: number;
  readonly at: string;
  readonly action: string;
  readonly about: string;
  readonly facts: string;
  readonly hash: string;
}

export interface PrintedDossier {
  readonly words: TemplateWords;
  /** Of the fixed wording. */
  readonly wordsLanguage: string;
  readonly paper: 'a4' | 'us-letter';
  readonly id: string;
  readonly made: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
  };
  /** For the document's own data. */
  readonly documentTitle: string;
  readonly documentAuthor: string | null;
  readonly title: Phrase;
  readonly handling: Phrase | null;
  readonly shortHandling: Phrase | null;
  readonly facts: readonly Fact[];
  readonly colophon: readonly Fact[];
  readonly colophonNote: string;
  /** The first digits of the content digest, for every page. */
  readonly shortDigest: string;
  readonly legend: readonly { readonly sign: string; readonly verdict: string }[];
  /** Each said in the manner of the words that it marks. */
  readonly wordLegend: readonly Run[];
  readonly method: readonly string[];
  readonly sections: readonly PrintedSection[];
  readonly exhibits: readonly PrintedExhibit[];
  readonly comparisons: readonly PrintedComparison[];
  readonly claims: readonly PrintedClaim[];
  readonly claimLegend: readonly { readonly sign: string; readonly meaning: string }[];
  readonly custody: { readonly facts: readonly Fact[]; readonly lines: readonly PrintedLine[] };
  readonly check: {
    readonly steps: readonly {
      readonly title: string;
      readonly text: string;
      readonly commands: readonly string[];
    }[];
    readonly limits: readonly string[];
  };
  readonly redactions: readonly {
    readonly mark: string;
    readonly reason: string;
    readonly places: string;
    readonly count: number;
  }[];
  readonly replaced: readonly { readonly code: string; readonly count: string }[];
}
