/** The dossier: what leaves the archive as a PDF. */
export type { Leak } from './leaks.ts';
export { makeDossierPdf } from './make-pdf.ts';
export { markWords } from './words/catalogue.ts';
export type {
  ComparedPair,
  ComparedRow,
  DossierFailure,
  DossierMaterial,
  Exhibit,
  ExhibitQuote,
  MadePdf,
  UsedMark,
  Verdict,
} from './material.ts';
