/** The dossier: what leaves the archive as a PDF. */
export type { Leak, PossibleLeak } from './leaks.ts';
export { BY_HAND } from './compose-comparison.ts';
export { makeDossierPdf } from './make-pdf.ts';
export type { FromPress, Press, StartPress, ToPress } from './press.ts';
export { type PrintedSize, sizeOfPart, sizeOfPicture } from './printed-size.ts';
export { startPress } from './press-node.ts';
export { Previews } from './previews.ts';
export { coveredMark, markWords } from './words/catalogue.ts';
export type {
  ChronologyMaterial,
  ChronologyMaterialRow,
  ClaimMaterial,
  ClaimMaterialRow,
  ComparedPair,
  ComparedRow,
  DossierFailure,
  DossierMaterial,
  Exhibit,
  ExhibitQuote,
  MadePdf,
  UsedMark,
  Verdict,
  WordMark,
} from './material.ts';
