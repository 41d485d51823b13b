/** What a container holds: its parts one after the other, each with bytes of its own, or why they cannot be had. */
import type { Hint, SourceDraft } from './draft.ts';
import { shownName } from '../lib/plain-line.ts';
import type { ListedPart } from '../model/index.ts';
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
  /** What the container calls it, where that is more than its name. */
  readonly title?: string;
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
  readonly parts: Parts | null;
}

export interface Parts extends AsyncIterable<Part> {
  /** How many there are, those that were not wanted included; `null` until the last was met. */
  readonly count: number | null;
}

/** A part that cannot be had, as it is listed. */
export function lostPart(name: string, failure: PartFailure, number: number): ListedPart {
  return {
    number,
    name: shownName(name),
    title: null,
    address: null,
    date: null,
    mediaType: null,
    size: 0,
    sha256: null,
    digests: null,
    failure,
  };
}

/** What a container holds, and what was found of the container itself. */
export interface Listed {
  readonly draft: SourceDraft;
  readonly parts: readonly ListedPart[];
  /** The limits ended the list. */
  readonly cut: boolean;
}

/** As a format answers it, before its parts go to another thread: parts that need no waiting are simply listed. */
export interface Unpacked {
  readonly draft: SourceDraft;
  readonly parts: Iterable<Part> | AsyncIterable<Part> | null;
}
