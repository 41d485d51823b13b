/** Arabic letters that one shape of the font joins: a PDF names them together, and pdf.js turns them round with the line. */
import type { PDFDocumentProxy } from './open.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

interface Line {
  readonly str: string;
  readonly dir: string;
}

/** Without figures, which run the other way. */
const ARABIC = /(?=[\p{L}\p{M}])\p{Script_Extensions=Arabic}/u;
/** Letters and figures that run from left to right: they part a line into runs of their own. */
const LEFT_TO_RIGHT = /[\p{Lu}\p{Ll}\p{Lo}\p{Nd}]/u;
/** Looked for ahead, when shapes were drawn that are no text, a line must have as many letters to be known again. */
const KNOWN_AGAIN = 4;

/** Whether some of these lines may hold such letters. */
export const hasArabic = (lines: readonly Line[]): boolean =>
  lines.some(({ str }) => ARABIC.test(str));

/** What stands for each line: pdf.js puts `لا` of one shape as `ال`, which is another word; here it is `لا` again. */
export async function unturned(page: Page, lines: readonly Line[]): Promise<string[]> {
  const shapes = await shapesOf(page);
  const drawn = shapes.join('');
  const ends = endsOf(shapes);
  let at = 0;
  return lines.map((line) => {
    const places = placesOf(line);
    if (places === null) return line.str;
    const seen = places.map((place) => line.str.charAt(place)).join('');
    const from =
      drawn.startsWith(seen, at) || seen.length < KNOWN_AGAIN ? at : drawn.indexOf(seen, at);
    if (!drawn.startsWith(seen, from)) return line.str;
    at = from + seen.length;
    return turnBack(line.str, places, (index) => ends.get(from + index));
  });
}

/** The Arabic letters of each shape that is drawn, in the order of drawing. */
async function shapesOf(page: Page): Promise<string[]> {
  const { OPS, AnnotationMode } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: AnnotationMode.DISABLE,
  });
  return fnArray.flatMap((operation: number, index: number) =>
    operation === OPS.showText ? glyphsOf(argsArray[index]).map(lettersOf) : [],
  );
}

function glyphsOf(args: unknown): readonly { readonly unicode: string }[] {
  const [glyphs] = Array.isArray(args) ? (args as unknown[]) : [];
  if (!Array.isArray(glyphs)) return [];
  return glyphs.filter(
    (glyph): glyph is { unicode: string } =>
      typeof (glyph as { unicode?: unknown } | null)?.unicode === 'string',
  );
}

const lettersOf = ({ unicode }: { readonly unicode: string }) =>
  Array.from(unicode)
    .filter((letter) => ARABIC.test(letter))
    .join('');

/** For each unit at which a shape of several letters begins, where it ends. */
function endsOf(shapes: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let at = 0;
  for (const { length } of shapes) {
    if (length > 1) ends.set(at, length);
    at += length;
  }
  return ends;
}

/** Where the Arabic letters of a line stand, from its left; `null` where the line has none or is put together of runs. */
function placesOf({ str, dir }: Line): readonly number[] | null {
  const places: number[] = [];
  for (let at = str.length - 1; at >= 0; at--) if (ARABIC.test(str.charAt(at))) places.push(at);
  const [last, first] = [places[0], places.at(-1)];
  if (last === undefined || first === undefined) return null;
  const parted = Array.from(str.slice(first, last)).some(
    (sign) => LEFT_TO_RIGHT.test(sign) && !ARABIC.test(sign),
  );
  return dir !== 'rtl' && parted ? null : places;
}

function turnBack(
  str: string,
  places: readonly number[],
  lengthAt: (index: number) => number | undefined,
): string {
  const units = str.split('');
  for (const index of places.keys()) {
    const own = places.slice(index, index + (lengthAt(index) ?? 0));
    const letters = own.map((place) => str.charAt(place));
    own.toReversed().forEach((place, nth) => {
      units[place] = letters[nth] ?? '';
    });
  }
  return units.join('');
}
