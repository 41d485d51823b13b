/** What a catalogue of the dossier's fixed wording holds. Each language is one object of this shape. */
import type {
  Action,
  Attribution,
  CheckStatus,
  Confidence,
  Protection,
  SourceKind,
  TranslationStatus,
} from '../../model/index.ts';
import type { MarkWords } from '../../redact/index.ts';
import type { ChronologyMaterialRow, ClaimMaterialRow, Verdict, WordMark } from '../material.ts';

/** Read by the template as they are. `{page}` and `{pages}` are filled in there, for only there they are known. */
export interface TemplateWords {
  readonly dossier: string;
  readonly contents: string;
  readonly method: string;
  readonly account: string;
  readonly exhibits: string;
  readonly exhibitListIntro: string;
  readonly comparisons: string;
  readonly comparisonsIntro: string;
  readonly claims: string;
  readonly claimsIntro: string;
  readonly claimValue: string;
  readonly claimWritten: string;
  readonly claimBy: string;
  readonly claimWhen: string;
  readonly claimOrigin: string;
  readonly claimProof: string;
  readonly claimDoubted: string;
  readonly claimNobody: string;
  readonly claimNoRows: string;
  readonly chronologyWhen: string;
  readonly chronologyWhat: string;
  readonly chronologyProof: string;
  readonly chronologyPicture: string;
  readonly custody: string;
  readonly custodyIntro: string;
  readonly check: string;
  readonly checkIntro: string;
  readonly limits: string;
  readonly redactions: string;
  readonly redactionsIntro: string;
  readonly redactionMark: string;
  readonly redactionReason: string;
  readonly redactionPlaces: string;
  readonly replaced: string;
  readonly replacedIntro: string;
  readonly replacedCode: string;
  readonly replacedCount: string;
  readonly pages: string;
  readonly pageOf: string;
  readonly onPage: string;
  readonly quotes: string;
  readonly quote: string;
  readonly picture: string;
  readonly graphicNotice: string;
  readonly quoteBegins: string;
  readonly quoteEnds: string;
  readonly leftOut: string;
  readonly markSample: string;
  readonly markSampleBefore: string;
  readonly markSampleAfter: string;
  readonly note: string;
  readonly legend: string;
  readonly lineNumber: string;
  readonly lineAt: string;
  readonly lineAction: string;
  readonly lineAbout: string;
  readonly lineHash: string;
  readonly nothingHere: string;
}

export interface Words {
  readonly language: string;
  readonly template: TemplateWords;
  readonly withheld: string;
  readonly notKnown: string;
  readonly zoneNotStated: string;
  readonly cover: {
    readonly matter: string;
    readonly version: string;
    readonly author: string;
    readonly madeAt: string;
    readonly extent: string;
    readonly handling: string;
    readonly id: string;
    readonly content: string;
    readonly contentMeaning: string;
    readonly log: string;
    readonly writtenAs: string;
    readonly standard: string;
    readonly setWith: (version: string) => string;
    readonly extentOf: (exhibits: number, quotes: number) => string;
    readonly logOf: (lines: number) => string;
  };
  readonly method: (counts: {
    readonly exhibits: number;
    readonly quotes: number;
    readonly whole: number;
    readonly pictures: number;
    readonly comparisons: number;
    readonly claims: number;
    readonly chronologies: number;
    readonly redacted: boolean;
  }) => readonly string[];
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly exhibit: {
    readonly label: (number: number) => string;
    readonly publisher: string;
    readonly authors: string;
    readonly published: string;
    readonly event: string;
    readonly captured: string;
    readonly added: string;
    readonly address: string;
    readonly collectedBy: string;
    readonly place: string;
    readonly howCollected: string;
    readonly device: string;
    readonly consent: string;
    readonly sha256: string;
    /** Of a picture that was made from the original. */
    readonly madeSha256: string;
    readonly file: string;
    readonly fileOf: (name: string, size: string, mediaType: string) => string;
    readonly bytes: (count: number) => string;
    readonly derived: string;
    /** Behind the method of a text that was read out of pixels. */
    readonly byMachine: (confidence: number) => string;
    readonly derivedOf: (
      method: string,
      version: string,
      encoding: string | null,
      guessed: boolean,
    ) => string;
    readonly licence: string;
    readonly datesOf: (published: string, captured: string) => string;
    readonly whole: (words: number) => string;
    readonly pictureOf: (label: string, title: string) => string;
    readonly captionOf: (label: string, name: string) => string;
    /** Of a picture that was made from the original: of the first page of so many. */
    readonly madeCaptionOf: (label: string, name: string, pages: number) => string;
    /** Of one that was made to have fewer pixels. */
    readonly scaledCaptionOf: (label: string, name: string) => string;
    /** Of one that was made because parts of it are covered. */
    readonly coveredCaptionOf: (label: string, name: string) => string;
    readonly cutShort: string;
    readonly covered: string;
    /** Parts of a picture that are black, in the caption and for those who cannot see it. */
    readonly coveredParts: (count: number) => string;
    readonly regionsOf: (labels: readonly string[]) => string;
    readonly noText: string;
  };
  readonly quote: {
    readonly speaker: string;
    readonly noSpeaker: string;
    readonly attribution: string;
    readonly attributions: Readonly<Record<Attribution, string>>;
    readonly saidOn: string;
    readonly tags: string;
    readonly check: string;
    readonly checks: Readonly<Record<CheckStatus, string>>;
    readonly confidence: string;
    readonly confidences: Readonly<Record<Confidence, string>>;
    readonly paragraph: string;
    readonly region: string;
    readonly regionOf: (left: number, top: number, width: number, height: number) => string;
    /** `place` is what `regionOf` says. */
    readonly regionAt: (place: string, page: number, outline: boolean) => string;
    readonly seen: string;
    readonly detailOf: (label: string) => string;
    readonly printedWhole: string;
    readonly redaction: string;
    readonly redacted: string;
    readonly passageDiffers: string;
    readonly translationOf: (
      language: string,
      translator: string | null,
      status: TranslationStatus,
    ) => string;
    readonly reference: (exhibit: number, quote: string, shelfmark: string) => string;
  };
  readonly reference: {
    readonly source: (exhibit: number, shelfmark: string) => string;
    readonly comparison: (number: number) => string;
    readonly claim: (number: number) => string;
  };
  readonly claim: {
    readonly unit: string;
    readonly period: string;
    readonly extent: string;
    readonly extentOf: (rows: number, doubted: number) => string;
    readonly range: string;
    readonly origins: string;
    readonly originsOf: (count: number, ifAgreed: number) => string;
    readonly since: (date: string) => string;
    readonly until: (date: string) => string;
    readonly doubts: Readonly<Record<ClaimMaterialRow['doubts'][number], string>>;
    readonly signs: Readonly<
      Record<'about' | 'at-least' | 'at-most' | 'range' | 'origin' | 'doubt', string>
    >;
  };
  readonly chronology: {
    readonly dates: Readonly<Record<ChronologyMaterialRow['role'], string>>;
    readonly yearOnly: string;
    readonly monthOnly: string;
  };
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** How words inside a passage are marked. */
  readonly wordMarks: Readonly<Record<WordMark['kind'], string>>;
  readonly movedVerdict: (verdict: string) => string;
  /** In the place of passages that are not printed because they are the same. */
  readonly sameCounted: (count: number) => string;
  readonly byHand: string;
  readonly actions: Readonly<Record<Action, string>>;
  readonly custody: {
    readonly head: string;
    readonly length: string;
    readonly printed: string;
    readonly lines: (count: number) => string;
  };
  readonly redaction: {
    readonly marks: MarkWords;
    /** In square brackets, in the place of words under a covered part. */
    readonly coveredWords: string;
    readonly coveredWordsReason: string;
    readonly coveredPart: string;
    /** Where somebody said why. */
    readonly coveredReason: (reason: string) => string;
    readonly coveredNoReason: string;
    readonly cover: string;
    readonly custody: string;
    readonly reasons: Readonly<Record<Protection, string>>;
    readonly chosen: string;
    /** Of a part of a name. */
    readonly part: string;
  };
  readonly furtherReplaced: (kinds: number) => string;
  readonly steps: readonly {
    readonly title: string;
    readonly text: string;
    readonly commands: readonly string[];
  }[];
  readonly limits: readonly string[];
}
