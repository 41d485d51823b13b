/** A draft: all that could be read out of the bytes of one original, before anything is stored. */
import type { Format } from './sniff.ts';
import type {
  ImageRef,
  Metadata,
  Method,
  PageLayout,
  Pages,
  Reading,
  SourceKind,
  TextDocument,
} from '../model/index.ts';

/** What a person should know about how an original was read. Stable; their sentences stand elsewhere. */
export type NoteCode =
  /** The encoding was guessed; it can be corrected. */
  | 'encoding-guessed'
  /** Some bytes have no meaning in the encoding that was used. */
  | 'characters-unreadable'
  /** Named like a page, a text or an image, but holds something else. Kept untouched. */
  | 'binary-named-html'
  | 'binary-named-text'
  | 'not-an-image'
  /** A known format that is not read yet. Kept untouched. */
  | 'format-not-read'
  /** Nothing is known about the format. Kept untouched. */
  | 'format-unknown'
  /** Larger than what is parsed. Kept, without a readable text. */
  | 'too-large-to-read'
  /** The readable text would have been longer than what is kept as one. */
  | 'text-too-long'
  /** A page or a text without any readable word. */
  | 'no-text'
  /** A page that shows its text by scripts only. */
  | 'script-only-page'
  /** No article was recognised: the text is that of the whole page. */
  | 'whole-page'
  /** More pixels than are ever decoded. Kept as a file. */
  | 'image-too-large'
  /** The image ends early or contradicts itself. */
  | 'image-damaged'
  /** It opens with a password only. Kept untouched. */
  | 'needs-password'
  /** A document that is cut off or contradicts itself: what could be read was. */
  | 'document-damaged'
  /** Pages on which no letter stands: pictures of pages, or empty ones. */
  | 'pages-without-text'
  /** A font names letters that nobody can read, or none: what is read is not what is seen. */
  | 'letters-unclear'
  /** More pages than are read of one document. */
  | 'pages-not-read'
  /** Changes that somebody may still refuse: what was put in is shown, what was taken out is not. */
  | 'tracked-changes'
  /** Remarks beside the text, which are no part of it. */
  | 'comments-left-out'
  /** A picture that this application does not show. Measured, and kept untouched. */
  | 'image-not-shown'
  /** A picture of several pages: the first was measured. */
  | 'several-pages'
  /** It moves: its first frame is what is read and compared. */
  | 'moving-picture'
  /** Reading was stopped at the limit of time or of memory. */
  | 'reading-timed-out'
  | 'reading-out-of-memory'
  /** The reader failed on it. Kept untouched. */
  | 'reading-failed'
  /** It holds further files, which were not taken out: too many containers inside of one another. */
  | 'not-unpacked'
  /** A container in which nothing was found that is taken in. */
  | 'nothing-inside'
  /** It is cut off or contradicts itself: nothing could be taken out. Kept untouched. */
  | 'container-damaged'
  /** It is cut off: what stands before the cut was read. */
  | 'cut-off'
  /** Pictures and scripts beside a saved page were not taken in as sources of their own. */
  | 'page-files-left'
  | 'page-files-kept'
  | 'page-files-cut'
  /** Digests that came along with the files were checked; they agree, or some do not. */
  | 'digests-agree'
  | 'digests-differ';

/** What is known about the bytes besides the bytes. */
export interface Hint {
  /** The file's own name; may be hostile. */
  readonly name: string;
  /** A label of the Encoding Standard that a person chose, in place of the guess. */
  readonly encoding?: string;
  /** Where the bytes were collected, if a person or a container says so. */
  readonly address?: string;
  /** When the bytes were collected, if a container says so. A `PartialDate`. */
  readonly captured?: string;
  /** Who says the address and the moment: `warc`, `mhtml` …; the person who gave the file where it is left out. */
  readonly by?: string;
  /** What a container says they are, where the bytes alone would be taken for something else. */
  readonly as?: Format;
  /** What was found of the digests that a container says of it. */
  readonly checks?: readonly Reading[];
  /** Take the pictures of saved pages too, as sources of their own. */
  readonly pageFiles?: boolean;
}

/** What the tool that saved a page wrote into it about the saving: its own claim. */
export interface SavedBy {
  readonly tool: string;
  readonly address: string | null;
  /** A `PartialDate`. */
  readonly at: string | null;
}

export interface SourceDraft {
  readonly kind: SourceKind;
  /** Never empty, without control characters. */
  readonly title: string;
  readonly mediaType: string;
  readonly text: TextDocument | null;
  /** What made `text`, or read the original. */
  readonly textMethod: Method;
  /** The encoding that the bytes were read in; `null` where there was none to choose. */
  readonly encoding: { readonly label: string; readonly guessed: boolean } | null;
  readonly image: ImageRef | null;
  /** Of a paged original. */
  readonly pages?: Pages;
  /** Where the words of `text` stand on its pages. */
  readonly layout?: PageLayout;
  readonly metadata: Metadata;
  readonly saved: SavedBy | null;
  readonly notes: readonly NoteCode[];
}
