/** Import: the bytes of an original to a draft with provenance. Never writes anything. */
export type { Hint, NoteCode, SavedBy, SourceDraft } from './draft.ts';
export {
  createReader,
  type ReaderLimits,
  type ReadFailure,
  readOriginal,
  type SourceReader,
} from './reader.ts';
export { ocrLanguages } from './ocr/models.ts';
export {
  createRecogniser,
  type OcrFailure,
  type Recogniser,
  type ToRecognise,
} from './ocr/recogniser.ts';
export type { ReadByMachine } from './ocr/read.ts';
