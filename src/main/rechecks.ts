/**
 * Reads originals again in the background, a slice at a time, those first that were not read for longest. A slice is
 * short, and between two of them the engine does what a person asks for.
 */
import type { Archive } from '../../archive/index.ts';

interface RecheckParts {
  readonly archive: () => Archive | null;
  /** After how many days an original is due; 0 is never. */
  readonly days: () => number;
}

/** Milliseconds until it is looked whether something is due; and between two slices while something is. */
const QUIET = 60_000;
const BETWEEN = 5_000;

/** One slice, when something is due. Answers whether more is left. */
export async function recheckSlice({ archive, days }: RecheckParts): Promise<boolean> {
  const open = archive();
  if (!open || days() === 0) return false;
  const report = await open.recheckSome(days());
  // What concerns the archive as a whole is told elsewhere; here it only means that nothing was checked.
  return report.ok && report.value.left > 0;
}

/** For as long as the application runs. */
export function recheckInBackground(parts: RecheckParts): void {
  const wait = (milliseconds: number) => {
    setTimeout(() => {
      void recheckSlice(parts)
        .catch(() => false)
        .then((more) => {
          wait(more ? BETWEEN : QUIET);
        });
    }, milliseconds).unref();
  };
  wait(QUIET);
}
