/** Parts of a picture that must not leave: faces, number plates, a name on a sign. They are shown here, and are black in what leaves. */
import { z } from 'zod';
import { ShortText } from './common.ts';
import { limits } from './limits.ts';
import type { LayoutPage, LayoutRun, PageLayout } from './layout.ts';
import { type Quote, RegionAnchor, standsIn } from './quote.ts';
import type { Source } from './source.ts';

/** A rectangle as shares of the width and height of the picture, or of one of its pages, as it is shown: upright. */
export const CoveredRegion = RegionAnchor.omit({ kind: true, polygon: true }).extend({
  /** Printed in the list of redactions. */
  reason: ShortText,
  /** Who marked it, as that person calls herself. Stays here. */
  by: ShortText,
});
export type CoveredRegion = z.infer<typeof CoveredRegion>;

export const CoveredRegions = z.array(CoveredRegion).max(limits.coveredRegions);

type Place = Pick<CoveredRegion, 'x' | 'y' | 'width' | 'height'>;
/** `page` from 1; left out: the first. */
type PlaceOnPage = Place & { readonly page?: number };

/** Pixels that are covered beyond each side: what a camera has written around an edge would tell of what lies inside. */
export const COVERED_BESIDE = 8;

export function regionsOf(source: Pick<Source, 'kind' | 'covered'>): readonly CoveredRegion[] {
  return source.kind === 'image' ? (source.covered ?? []) : [];
}

export function onPage<T extends { readonly page?: number }>(
  regions: readonly T[],
  page: number,
): readonly T[] {
  return regions.filter((region) => (region.page ?? 1) === page);
}

/** In pixels of a picture of this size: whole ones, `COVERED_BESIDE` more at each side, and never outside of it. */
export function pixelsOf(
  { x, y, width, height }: Place,
  size: { readonly width: number; readonly height: number },
) {
  const [left, right] = grown(x, x + width, size.width);
  const [top, bottom] = grown(y, y + height, size.height);
  return { left, top, right, bottom };
}

function grown(from: number, to: number, length: number): readonly [number, number] {
  return [
    Math.max(0, Math.floor(from * length) - COVERED_BESIDE),
    Math.min(length, Math.ceil(to * length) + COVERED_BESIDE),
  ];
}

export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of a picture's text that must not leave, in order, none over the end of a line. Only what is known to
 * stand elsewhere may: a word without a place, and all of a text of which no places are known, stays.
 */
export function coveredText(
  text: string,
  layout: PageLayout | null,
  regions: readonly PlaceOnPage[],
): readonly TextStretch[] {
  if (regions.length === 0) return [];
  const open = new Uint8Array(text.length);
  const pages = (layout?.pages ?? []).map((page, index) => {
    const here = onPage(regions, index + 1);
    const lies = (run: LayoutRun) => here.some((region) => liesUnder(run, page, region));
    return { runs: page.runs, lies };
  });
  for (const { runs, lies } of pages)
    for (const run of runs) if (!lies(run)) open.fill(1, run.start, run.end);
  // What lies under a region is closed also where another run claims the same letters.
  for (const { runs, lies } of pages)
    for (const run of runs) if (lies(run)) open.fill(0, run.start, run.end);
  return closedIn(text, open);
}

function liesUnder(run: LayoutRun, page: LayoutPage, region: Place): boolean {
  const { left, top, right, bottom } = pixelsOf(region, page);
  return run.x < right && run.x + run.width > left && run.y < bottom && run.y + run.height > top;
}

/** Words that stand one after the other in a line are one stretch. */
function closedIn(text: string, open: Uint8Array): TextStretch[] {
  const stretches: TextStretch[] = [];
  let start = -1;
  let end = -1;
  const close = () => {
    if (start >= 0) stretches.push({ start, end });
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') close();
    else if (/\s/.test(text.charAt(at))) continue;
    else if (open[at] === 1) close();
    else {
      if (start < 0) start = at;
      end = at + 1;
    }
  }
  close();
  return stretches;
}

/**
 * Whether a quote would tell of what is covered: its words are, or may be; or it says in other words what stands in a
 * part of the picture that is. `stretches` are of the text with the digest `sha256`.
 */
export function tellsOfCovered(
  quote: Quote,
  regions: readonly PlaceOnPage[],
  stretches: readonly TextStretch[],
  sha256: string | undefined,
): boolean {
  if (regions.length === 0) return false;
  const { anchor } = quote;
  if (anchor.kind === 'region')
    return (
      isDescribed(quote) && onPage(regions, anchor.page ?? 1).some((each) => overlap(each, anchor))
    );
  if (!standsIn(quote, sha256)) return true;
  return stretches.some(({ start, end }) => start < anchor.end && end > anchor.start);
}

function isDescribed({ translation, seen = '' }: Quote): boolean {
  return translation !== null || seen.trim() !== '';
}

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
