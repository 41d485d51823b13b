/** What a package is made of: a finished PDF, and what of the archive is behind it. Plain data, gathered by the caller. */
import type { Dossier, QuoteId, SourceId } from '../../model/index.ts';
import type { MarkWords } from '../../redact/index.ts';
import type { ArchiveView, FilesToLeave } from '../view.ts';
import type { Seal } from './seal.ts';
import type { Signer } from './signing.ts';

export interface PackedExhibit {
  readonly number: number;
  readonly source: SourceId;
  readonly quotes: readonly QuoteId[];
  /** Its whole text is printed, so its text may be in the package. */
  readonly whole: boolean;
}

export interface PackageMatter {
  /** The archive as it is, with the lines of the log that are about the dossier. */
  readonly view: ArchiveView;
  /** Its sharing numbers the pseudonyms as the PDF does. */
  readonly dossier: Dossier;
  readonly exhibits: readonly PackedExhibit[];
  readonly pdf: Uint8Array;
  /** Who was found named in the PDF; `null` stands for parts of names. */
  readonly named: ReadonlySet<string | null>;
  readonly marks: MarkWords;
}

export interface PackageOptions {
  readonly form: 'folder' | 'zip';
  readonly files: FilesToLeave;
  /** Of a zip: `null` leaves it open. */
  readonly seal: Seal | null;
  readonly signer: Signer;
  readonly despiteNames: boolean;
  /** `2026-04-09T21:14:03.120Z` */
  readonly madeAt: string;
  readonly appVersion: string;
}
