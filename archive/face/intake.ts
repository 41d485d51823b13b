/** Taking files in. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { ChosenParts, FileChecks, FolderFile, ListedPart, SourceId } from '../model/index.ts';
import type { Capture } from '../requests.ts';
import type { TrashedTwin } from './trash.ts';
import type { AnyFailure } from './failures.ts';

/** One file to take in: its bytes and the name it had. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the person says it was found; takes precedence over what the file says. */
  readonly address?: string;
  /** The source beside which it lay, and its name there: a picture of a chat's export. */
  readonly partOf?: { readonly source: SourceId; readonly name: string };
  /** Take the pictures of saved pages in containers too, as sources of their own. */
  readonly pageFiles?: boolean;
  /** What `checkFolder` found of it, and the SHA-256 of the bytes for which that holds. */
  readonly checked?: Omit<FileChecks, 'name'>;
  /** Of a saved page: what lay in its folder beside it. What it can show is kept with it. */
  readonly beside?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Of a container: the parts to take; all of them without it. It is kept whole in any case. */
  readonly chosen?: ChosenParts;
}

/** What a container holds, before it is taken in. */
export interface PartList {
  readonly title: string;
  /** Of its bytes: the numbers of its parts hold for these alone. */
  readonly sha256: string;
  /** Codes of what was found of the container: `digests-differ`, `container-damaged` … */
  readonly notes: readonly string[];
  /** Shelfmark of the source with the same bytes, if there is one. */
  readonly there: string | null;
  readonly parts: readonly PartToChoose[];
  /** It holds more than can be listed. */
  readonly cut: boolean;
}

export interface PartToChoose extends Omit<ListedPart, 'sha256'> {
  /** Shelfmark of the source with the same bytes, if there is one. */
  readonly there: string | null;
}

/** What became of one file, or of one part of it. */
export interface ImportOutcome {
  /** As the file or the container says it: may be hostile, shown only after `cleanLine`. */
  readonly name: string;
  /** What came out of a container, in its order. Left out when it is none. */
  readonly parts?: readonly ImportOutcome[];
  /** How many parts it holds, where only chosen ones were to be taken. */
  readonly ofParts?: number;
  readonly result:
    | {
        readonly state: 'taken';
        readonly source: SourceId;
        readonly shelfmark: string;
        /** Codes of what a person should know: `encoding-guessed`, `binary-named-html` … */
        readonly notes: readonly string[];
        /** The earlier capture of the same address, if there is one. */
        readonly versionOf: SourceId | null;
        /** The very bytes lie in the trash too, from a time before. */
        readonly trashed?: TrashedTwin;
      }
    | {
        readonly state: 'already-there';
        readonly source: SourceId;
        readonly shelfmark: string;
        /** The very bytes; or, of something still to be collected, the address. */
        readonly same: 'bytes' | 'address';
        /** What came along this time and was added to it. */
        readonly added?: readonly ('page-files' | 'checks')[];
      }
    | { readonly state: 'failed'; readonly code: string };
}

export interface IntakeCalls {
  /**
   * Whether digests, time stamps and signatures among these files fit them, as it is checked in a zip of them: for
   * `importFile`, which takes them in one by one. Answers those of which something is said. Fails as `checks-not-made`
   * when it takes more than the limits allow; the files can be taken in all the same.
   */
  checkFolder(
    files: readonly FolderFile[],
    job?: Job,
  ): Promise<Result<readonly FileChecks[], AnyFailure | 'checks-not-made'>>;
  /**
   * What a container holds, read within the limits of taking in; nothing is taken in. `null` for what holds no parts.
   * The caller's bytes may be gone afterwards.
   */
  listParts(
    file: Pick<FileToImport, 'name' | 'bytes'>,
    job?: Job,
  ): Promise<Result<PartList | null, AnyFailure | 'empty' | 'too-large' | 'cancelled'>>;
  importFile(
    file: FileToImport,
    capture: Capture,
    job?: Job,
  ): Promise<Result<ImportOutcome, AnyFailure>>;
}
