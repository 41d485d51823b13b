/** Dossiers: composing, looking at what would leave, and letting it leave. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { Action, Dossier, DossierId, EntityId, Treatment } from '../model/index.ts';
import type { DossierDraft, DossierPatch } from '../requests.ts';
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
  /** Names that stand in it as they are, because nothing hides them. */
  readonly kept: readonly { readonly entity: EntityId; readonly count: number }[];
}

/** An edition that left before, and what was done since to what is in the dossier. */
export interface EarlierExport {
  readonly version: number;
  readonly at: string;
  readonly sha256: string;
  /** Empty when it was not said. */
  readonly recipient: string;
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
}

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
  previewDossier(
    id: DossierId,
    job?: Job,
  ): Promise<
    Result<
      DossierPdf,
      | AnyFailure
      | 'dossier-missing'
      | 'dossier-empty'
      | 'names-protected'
      | 'image-unreadable'
      | 'typesetting-failed'
      | 'font-missing'
      | 'no-text'
    >
  >;
  /** Makes the PDF whether names are in it or not, reads it back, and tells what would leave. Nothing is written. */
  inspectDossier(
    id: DossierId,
    job?: Job,
  ): Promise<
    Result<
      DossierInspection,
      | AnyFailure
      | 'dossier-missing'
      | 'dossier-empty'
      | 'names-protected'
      | 'image-unreadable'
      | 'typesetting-failed'
      | 'font-missing'
      | 'no-text'
    >
  >;
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
    },
    job?: Job,
  ): Promise<
    Result<
      { readonly pages: number; readonly sha256: string },
      | AnyFailure
      | 'dossier-missing'
      | 'dossier-empty'
      | 'names-protected'
      | 'image-unreadable'
      | 'typesetting-failed'
      | 'font-missing'
      | 'no-text'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;
}
