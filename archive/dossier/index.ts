/** The dossier: what leaves the archive as a PDF. */
export { makeDossierPdf } from './make-pdf.ts';
export type {
  ComparedPair,
  ComparedRow,
  DossierFailure,
  DossierMaterial,
  Exhibit,
  ExhibitQuote,
  MadePdf,
  Verdict,
} from './material.ts';
