/** Import: the bytes of an original to a draft with provenance. Never writes anything. */
export { claimsOf } from './claims.ts';
export { toLabel } from './encoding-label.ts';
export type { Hint, NoteCode, SavedBy, SourceDraft } from './draft.ts';
export type { FoundPart, Listed, LostPart, Opened, Part, PartFailure, Parts } from './parts.ts';
export {
  createReader,
  mayHoldParts,
  type ReaderLimits,
  type ReadFailure,
  readOriginal,
  type SourceReader,
} from './reader.ts';
export { languagesIn, ocrLanguages } from './ocr/models.ts';
export {
  createRecogniser,
  type OcrFailure,
  type Recogniser,
  type ToRecognise,
} from './ocr/recogniser.ts';
export { type FileBeside, type ShownBeside, shownBeside } from './html/page-files.ts';
export { DERIVE_METHOD, type DerivedPictures, type MadePicture } from './picture/derive.ts';
export { createPictures, type PictureFailure, type Pictures } from './picture/pictures.ts';
export type { ReadByMachine } from './ocr/read.ts';
