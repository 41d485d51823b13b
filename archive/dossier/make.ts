/** Makes the PDF of a dossier, all in the calling process. */
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { EntityId } from '../model/index.ts';
import { Redactor } from '../redact/redactor.ts';
import { compose, type Composed } from './compose.ts';
import { type Coverage, readCoverage } from './coverage.ts';
import { readFonts } from './fonts.ts';
import type {
  DossierContents,
  DossierFailure,
  DossierMaterial,
  MadePdf,
  UsedMark,
} from './material.ts';
import { countNamed, formsGuardedIn, keptNames } from './names.ts';
import { PictureShelf } from './picture-shelf.ts';
import { preparePictures } from './pictures.ts';
import { FIXED_WORDING, printedTexts, REPEATED } from './printed-texts.ts';
import type { FilePart } from './put-in.ts';
import { redactMaterial } from './redact-material.ts';
import { Typesetter } from './typeset.ts';
import { wordsFor } from './words/catalogue.ts';

/** Steps after the exhibits: setting the pages, and writing the file. */
const LAST_STEPS = 1;

/** What a press that stays has already. */
export interface Ready {
  readonly coverage: Coverage;
  readonly shelf: PictureShelf;
  readonly set: Typesetter['set'];
  /** Lets go what the next dossier does not need, and when nothing is remembered everything. */
  readonly rest: (options: { readonly remembers: boolean }) => void;
}

/** A finished file in parts, and what is told of it. */
export type MadeFile = Omit<MadePdf, 'pdf'> & { readonly file: readonly FilePart[] };

export function makeHere(
  material: DossierMaterial,
  progress: Job['progress'],
): Result<MadePdf, DossierFailure> {
  const ready = makeReady();
  if (!ready.ok) return ready;
  const made = makeFile(material, progress, ready.value);
  if (!made.ok) return made;
  const { file, ...told } = made.value;
  return ok({ ...told, pdf: wholeOf(file) });
}

export function wholeOf(file: readonly FilePart[]): Uint8Array {
  const whole = Buffer.concat(file.map(({ bytes }) => bytes));
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
}

export function makeFile(
  material: DossierMaterial,
  progress: Job['progress'],
  { coverage, shelf, set }: Pick<Ready, 'coverage' | 'shelf' | 'set'>,
): Result<MadeFile, DossierFailure> {
  if (material.dossier.sections.length === 0) return fail('dossier-empty');
  const pictures = preparePictures(material.exhibits, shelf);
  if (!pictures.ok) return pictures;
  const total = material.exhibits.length + LAST_STEPS;
  let done = 0;
  progress(0, total);
  const redactor = redactorFor(material);
  const composed = compose(
    redactor ? redactMaterial(material, redactor) : material,
    pictures.value,
    coverage,
    { redactor, step: () => progress(++done, total) },
  );
  const guarded = formsGuardedIn(material);
  if (material.allowProtected !== true && !guarded.empty) {
    const count = countNamed(printedTexts(composed.print, FIXED_WORDING), guarded);
    if (count > 0) return fail('names-protected', { count });
  }
  const made = set(composed);
  if (!made.ok) return made;
  progress(total, total);
  return ok({
    ...made.value,
    marks: usedMarks(redactor, composed),
    leaks: [],
    possible: [],
    contents: contentsOf(material, composed),
  });
}

/** Reads the fonts, for all dossiers that are made with them. Their files are not kept: the typesetter has its own copies. */
export function makeReady(shelf = new PictureShelf()): Result<Ready, 'font-missing'> {
  const fonts = readFonts();
  if (!fonts.ok) return fonts;
  const typesetter = new Typesetter(fonts.value);
  return ok({
    coverage: readCoverage(fonts.value),
    shelf,
    set: (composed, options) => typesetter.set(composed, options),
    rest: ({ remembers }) => {
      typesetter.rest({ remembers });
      shelf.keepOnly((digest) => typesetter.has(digest));
    },
  });
}

function contentsOf(material: DossierMaterial, { print, pictures }: Composed): DossierContents {
  const { exhibits, comparisons, claims } = print;
  return {
    exhibits: exhibits.length,
    whole: exhibits.filter(({ whole }) => whole !== null && whole.blocks.length > 0).length,
    quotes: exhibits.reduce((sum, { quotes }) => sum + quotes.length, 0),
    comparisons: comparisons.length,
    claims: claims.length,
    pictures: pictures.length,
    stripped: pictures.filter(({ stripped }) => stripped).length,
    covered: pictures.filter(({ covered }) => covered).length,
    coveredParts: material.exhibits.reduce((sum, { covered }) => sum + (covered?.length ?? 0), 0),
    unprintable: print.replaced.reduce((sum, { count }) => sum + Number(count), 0),
    kept:
      material.readBack === true
        ? keptNames(printedTexts(print, [...FIXED_WORDING, ...REPEATED]), material)
        : [],
  };
}

function redactorFor({ dossier, entities = [] }: DossierMaterial): Redactor | null {
  const { sharing, language } = dossier;
  return sharing ? new Redactor(entities, sharing, wordsFor(language).redaction.marks) : null;
}

function usedMarks(redactor: Redactor | null, { print }: Composed): readonly UsedMark[] {
  const counts = new Map(print.redactions.map(({ mark, count }) => [mark, count]));
  return (redactor?.marks ?? []).map(({ entity, mark, treatment, number }) => ({
    entity: entity as EntityId,
    mark,
    treatment,
    number,
    count: counts.get(mark) ?? 0,
  }));
}
