/** Makes the PDF of a dossier, all in the calling thread. */
import type { Job } from '../lib/job.ts';
import { fail, type Result } from '../lib/result.ts';
import { compose } from './compose.ts';
import { readCoverage } from './coverage.ts';
import { readFonts } from './fonts.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import { countNamed } from './names.ts';
import { preparePictures } from './pictures.ts';
import { printedTexts } from './printed-texts.ts';
import { typeset } from './typeset.ts';

/** Steps after the exhibits: setting the pages, and writing the file. */
const LAST_STEPS = 1;

export function makeHere(
  material: DossierMaterial,
  progress: Job['progress'],
): Result<MadePdf, DossierFailure> {
  if (material.dossier.sections.length === 0) return fail('dossier-empty');
  const fonts = readFonts();
  if (!fonts.ok) return fonts;
  const pictures = preparePictures(material.exhibits);
  if (!pictures.ok) return pictures;
  const total = material.exhibits.length + LAST_STEPS;
  let done = 0;
  progress(0, total);
  const composed = compose(material, pictures.value, readCoverage(fonts.value), () =>
    progress(++done, total),
  );
  if (material.allowProtected !== true) {
    const count = countNamed(printedTexts(composed.print), material.protectedNames ?? []);
    if (count > 0) return fail('names-protected', { count });
  }
  const made = typeset(composed, fonts.value);
  if (made.ok) progress(total, total);
  return made;
}
