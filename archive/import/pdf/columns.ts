/** The order of reading on one page: lines from the upper edge down, column by column where there are columns. */
import { inLines, type Segment } from './segments.ts';

/** One line of one column. */
export interface Line {
  /** In the order of reading; more than one where cells stand beside each other. */
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** Lines of one column, from its upper end down. */
export type Column = readonly Line[];

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Columns inside of columns. */
const DEPTH = 4;
/** Shares of a letter's size: the narrowest gutter, the narrowest column of prose. */
const GUTTER = 0.9;
const PROSE = 9;
/** Lines that a column has at the least, and the last one of a text, which ends early. */
const LINES = 4;
const SHORTEST = 2;
/** Share of the segments that may cross a gutter: titles, pictures' captions, tables. */
const CROSSING = 0.4;

export function inColumns(segments: readonly Segment[], rightToLeft: boolean, depth = 0): Column[] {
  const gutter = depth < DEPTH ? findGutter(segments) : null;
  if (gutter === null) {
    const lines = inLines(segments).map((line) => toLine(line, rightToLeft));
    return lines.length === 0 ? [] : [lines];
  }
  return bandsOf(segments, gutter).flatMap(({ across, segments: band }) => {
    if (across) return inColumns(band, rightToLeft, DEPTH);
    const left = band.filter(({ end }) => end <= gutter.left);
    const right = band.filter(({ end }) => end > gutter.left);
    const sides = rightToLeft ? [right, left] : [left, right];
    return sides.flatMap((side) => inColumns(side, rightToLeft, depth + 1));
  });
}

interface Band {
  /** Its lines go over the gutter, or have nothing on the other side of it. */
  readonly across: boolean;
  readonly segments: Segment[];
}

/** The page cut into bands from the upper edge down: lines beside each other, and lines over the whole width. */
function bandsOf(segments: readonly Segment[], gutter: Gutter): Band[] {
  const lines = inLines(segments);
  const crosses = lines.map((line) =>
    line.some(({ start, end }) => start < gutter.left && end > gutter.right),
  );
  const bands: Band[] = [];
  for (let at = 0; at < lines.length;) {
    let next = at + 1;
    while (next < lines.length && crosses[next] === crosses[at]) next++;
    const band = lines.slice(at, next).flat();
    const left = band.filter(({ end }) => end <= gutter.left).length;
    const across = crosses[at] === true || left === 0 || left === band.length;
    const last = bands.at(-1);
    if (across && last?.across === true) last.segments.push(...band);
    else bands.push({ across, segments: band });
    at = next;
  }
  return bands;
}

/** An upright strip that hardly any segment crosses, with lines of prose on both sides of it. */
function findGutter(segments: readonly Segment[]): Gutter | null {
  const most = Math.max(1, Math.floor(segments.length * CROSSING));
  const size = median(segments.map((segment) => segment.size));
  let best: (Gutter & { crossing: number }) | null = null;
  for (const strip of widest(stripsOf(segments, most), GUTTER * size)) {
    const left = segments.filter(({ end }) => end <= strip.left);
    const right = segments.filter(({ start }) => start >= strip.right);
    const crossing = segments.length - left.length - right.length;
    if (crossing > most || !areColumns(left, right, size)) continue;
    if (best === null || crossing < best.crossing) best = { ...strip, crossing };
  }
  return best;
}

/** Strips that are looked at: a page of prose has few. */
const STRIPS = 40;

function widest(strips: readonly Gutter[], least: number): Gutter[] {
  const width = ({ left, right }: Gutter) => right - left;
  const wide = strips.filter((strip) => width(strip) >= least);
  return wide.sort((a, b) => width(b) - width(a)).slice(0, STRIPS);
}

/** Strips between the ends of segments and the next beginnings, crossed by at most `most` of them. */
function stripsOf(segments: readonly Segment[], most: number): Gutter[] {
  const edges = segments
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  const strips: Gutter[] = [];
  let open = 0;
  let passed = 0;
  let left: number | null = null;
  for (const { at, step } of edges) {
    if (step === 1 && left !== null && at > left) {
      strips.push({ left, right: at });
      left = null;
    }
    open += step;
    if (step === -1) passed++;
    if (step === -1 && open <= most && passed >= LINES) left = at;
  }
  return strips;
}

/** Lines of prose, and most of what stands there in them: figures of a table beside them do not count. */
function isProse(segments: readonly Segment[], size: number): boolean {
  const width = ({ start, end }: Segment) => end - start;
  const wide = segments.filter((segment) => width(segment) >= PROSE * size);
  const sum = (some: readonly Segment[]) => some.reduce((all, segment) => all + width(segment), 0);
  return wide.length > 0 && sum(wide) * 2 >= sum(segments);
}

/** Two columns of prose, or prose beside something else that keeps to lines of its own. */
function areColumns(left: readonly Segment[], right: readonly Segment[], size: number): boolean {
  const [fewer = 0, more = 0] = [left.length, right.length].sort((a, b) => a - b);
  if (fewer < SHORTEST || more < LINES || !standBeside(left, right)) return false;
  const prose = [left, right].filter((side) => isProse(side, size)).length;
  return prose === 2 || (prose === 1 && !shareLines(left, right));
}

/** Cells of a row stand on the same line: half of the lines of the shorter side do. */
function shareLines(left: readonly Segment[], right: readonly Segment[]): boolean {
  const lines = (side: readonly Segment[]) => inLines(side).map(([first]) => first);
  const [fewer, more] = [lines(left), lines(right)].sort((a, b) => a.length - b.length);
  const bases = new Set(more?.map((line) => Math.round(line?.base ?? 0)));
  const shared = fewer?.filter((line) => {
    const base = Math.round(line?.base ?? 0);
    return bases.has(base) || bases.has(base - 1) || bases.has(base + 1);
  });
  return (shared?.length ?? 0) * 2 >= (fewer?.length ?? 0);
}

/** Columns share at least half of the height of the lower one. */
function standBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [leftTop, leftBottom] = extent(left);
  const [rightTop, rightBottom] = extent(right);
  const shared = Math.min(leftBottom, rightBottom) - Math.max(leftTop, rightTop);
  return shared * 2 >= Math.min(leftBottom - leftTop, rightBottom - rightTop);
}

function extent(segments: readonly Segment[]): [top: number, bottom: number] {
  const bases = segments.map(({ base }) => base);
  return [Math.min(...bases), Math.max(...bases)];
}

function toLine(segments: readonly Segment[], rightToLeft: boolean): Line {
  const ordered = segments.toSorted((a, b) => a.start - b.start);
  if (rightToLeft) ordered.reverse();
  const main = ordered.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    segments: ordered,
    text: ordered.map(({ text }) => text).join(' '),
    start: Math.min(...ordered.map(({ start }) => start)),
    end: Math.max(...ordered.map(({ end }) => end)),
    base: main.base,
    size: main.size,
    rightToLeft,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
