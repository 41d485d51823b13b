/** Dossiers: composing, looking at what would leave, and letting it leave. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { Action, Dossier, DossierId, EntityId, Treatment } from '../model/index.ts';
import type { DossierDraft, DossierPatch, PackageRequest } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export interface DossierPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** A name that was found in a finished dossier. */
export interface DossierLeak {
  readonly where: 'page' | 'bookmark' | 'document-data' | 'attachment';
  /** From 1; `null` when it stands on none. */
  readonly page: number | null;
  /** `null` when a part of a name stands there alone. */
  readonly entity: EntityId | null;
  readonly count: number;
}

/** What may be the name of somebody hidden: a short form of a given name alone, a slip, figures for letters, initials, a word that sounds like it in Arabic letters. */
export interface PossibleDossierLeak extends DossierLeak {
  /** As it is written there. */
  readonly form: string;
  readonly why: 'given-name' | 'slip' | 'figures' | 'initials' | 'consonants' | 'common-word';
}

/** What is in a dossier. */
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

/** An edition that left. */
export interface Edition {
  readonly version: number;
  readonly at: string;
  /** Of the PDF. */
  readonly sha256: string;
  /** Empty when it was not said. */
  readonly recipient: string;
}

/** The edition that left last, what was done since to what is in the dossier, and the editions before it. */
export interface EarlierExport extends Edition {
  /** Newest first. */
  readonly before: readonly Edition[];
  /** How often each thing was done; the first to be done comes first. */
  readonly since: readonly { readonly action: Action; readonly count: number }[];
}

/** What would leave: what is in it, what stands for whom, and which names were found in the finished file. */
export interface DossierInspection {
  readonly pages: number;
  readonly contents: DossierContents;
  /** `null` when it never left. */
  readonly earlier: EarlierExport | null;
  readonly marks: readonly {
    readonly entity: EntityId;
    readonly mark: string;
    readonly treatment: Treatment;
    readonly count: number;
  }[];
  readonly leaks: readonly DossierLeak[];
  /** What may be a name and holds nothing back: each form once a place. */
  readonly possible: readonly PossibleDossierLeak[];
}

/** What left in a package. */
export interface PackageSummary {
  readonly pages: number;
  /** SHA-256 of the PDF in it. */
  readonly sha256: string;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the manifest that names all of it, and of the one file that was written, when it is one. */
  readonly manifest: string;
  readonly archive: string | null;
  /** Of the key that signed it. */
  readonly fingerprint: string;
  /** Whose names left that must not. */
  readonly protectedNames: number;
  /** Forms that may be somebody's who is hidden, and held nothing back. */
  readonly possibleNames: number;
  /** Exhibits of which no file left, and why. */
  readonly withheld: readonly {
    readonly exhibit: number;
    readonly why: 'not-asked' | 'graphic' | 'names' | 'unread';
  }[];
}

/** By what the archive signs. It names nobody. */
export interface SigningIdentity {
  /** PEM. */
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** Why a dossier cannot be set as pages. */
export type PrintFailure =
  | 'dossier-missing'
  | 'dossier-empty'
  | 'quotes-sensitive'
  | 'names-protected'
  | 'image-unreadable'
  | 'typesetting-failed'
  | 'font-missing'
  | 'quote-covered'
  | 'no-text';

export interface DossierCalls {
  addDossier(
    draft: DossierDraft,
  ): Promise<Result<Dossier, AnyFailure | 'quote-missing' | 'source-missing' | 'claim-missing'>>;
  editDossier(
    id: DossierId,
    patch: DossierPatch,
  ): Promise<
    Result<
      Dossier,
      AnyFailure | 'dossier-missing' | 'quote-missing' | 'source-missing' | 'claim-missing'
    >
  >;
  deleteDossier(id: DossierId): Promise<Result<null, AnyFailure | 'dossier-missing'>>;
  /** The PDF as it would leave now. Nothing is written. */
  previewDossier(id: DossierId, job?: Job): Promise<Result<DossierPdf, AnyFailure | PrintFailure>>;
  /** Makes the PDF whether names are in it or not, reads it back, and tells what would leave. Nothing is written. */
  inspectDossier(
    id: DossierId,
    job?: Job,
  ): Promise<Result<DossierInspection, AnyFailure | PrintFailure>>;
  /**
   * Writes the PDF to `path`, whole or not at all, and writes the export into the log. The finished bytes are read back
   * before: with a name in them that must not be there nothing is written, unless `despiteNames` says so.
   */
  exportDossier(
    id: DossierId,
    path: string,
    options?: {
      readonly despiteNames?: boolean;
      /** For whom it is: kept in the log, printed nowhere. */
      readonly recipient?: string;
      /** The moment on its cover, when an edition is made again: the clock's without it. Kept in the log. */
      readonly madeAt?: string;
    },
    job?: Job,
  ): Promise<
    Result<
      {
        readonly pages: number;
        readonly sha256: string;
        readonly possible: readonly PossibleDossierLeak[];
      },
      AnyFailure | PrintFailure | 'target-unwritable' | 'target-inside-archive'
    >
  >;
  /**
   * Writes the PDF with what stands behind it, signed, as a folder, a zip or a sealed zip, and the export into the log.
   * It is read back from the disk and verified whole before it gets its name, and refused as a PDF is.
   */
  exportPackage(
    id: DossierId,
    path: string,
    request: PackageRequest,
    job?: Job,
  ): Promise<
    Result<
      PackageSummary,
      | AnyFailure
      | PrintFailure
      | 'target-exists'
      | 'target-unwritable'
      | 'target-inside-archive'
      | 'recipient-invalid'
      | 'package-too-large'
      | 'package-unsound'
    >
  >;
  /** The archive's own; made when there is none yet. */
  signingKey(): Promise<Result<SigningIdentity, AnyFailure>>;
}
