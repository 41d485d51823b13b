/** What a container holds: its parts one after the other, each with bytes of its own, or why they cannot be had. */
import type { Hint, SourceDraft } from './draft.ts';
import type { FileBeside } from './html/page-files.ts';

/** Why a part cannot be had. Stable; the sentences stand elsewhere. */
export type PartFailure =
  | 'part-encrypted'
  | 'part-damaged'
  | 'part-too-compressed'
  | 'part-too-large'
  | 'part-method-unknown'
  /** The container itself could not be read to its end. */
  | 'reading-timed-out'
  | 'reading-out-of-memory'
  | 'reading-failed';

export interface FoundPart {
  /** As the container says it, folders included; may be hostile. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the container knows of it besides its name. */
  readonly hint: Omit<Hint, 'name'>;
  /** Of a saved page: what lies in its folder beside it. */
  readonly beside?: readonly FileBeside[];
}

export interface LostPart {
  readonly name: string;
  readonly failure: PartFailure;
}

export type Part = FoundPart | LostPart;

export interface Opened {
  readonly draft: SourceDraft;
  /** `null` when it is no container. Ending the iteration early lets the container go. */
  readonly parts: AsyncIterable<Part> | null;
}

/** As a format answers it, before its parts go to another thread: parts that need no waiting are simply listed. */
export interface Unpacked {
  readonly draft: SourceDraft;
  readonly parts: Iterable<Part> | AsyncIterable<Part> | null;
}
