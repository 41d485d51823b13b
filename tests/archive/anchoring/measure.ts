/** Places quotes of an edited text anew and tells each result by whether it is the true place. */
import { anchorAt, Placer, type SourceText } from '../../../archive/anchoring/index.ts';
import type { TextAnchor } from '../../../archive/model/index.ts';
import type { Random } from '../../../bench/search/random.ts';
import type { Edited } from './edits.ts';

export interface Tally {
  /** Quotes whose words stand unchanged at a known place. */
  kept: number;
  /** Of these: at that place; told as lost; elsewhere, with somebody being asked to look; elsewhere without a word. */
  right: number;
  lost: number;
  toldWrong: number;
  silentlyWrong: number;
  /** Quotes some of whose words were changed. */
  touched: number;
  touchedRight: number;
  touchedLost: number;
  /** Overlapping the true place in less than half, and told as changed or moved. */
  touchedWrong: number;
  touchedSilentlyWrong: number;
  /** Quotes that were taken out. */
  gone: number;
  goneLost: number;
  goneTold: number;
  goneSilentlyPlaced: number;
}

export const emptyTally = (): Tally => ({
  kept: 0,
  right: 0,
  lost: 0,
  toldWrong: 0,
  silentlyWrong: 0,
  touched: 0,
  touchedRight: 0,
  touchedLost: 0,
  touchedWrong: 0,
  touchedSilentlyWrong: 0,
  gone: 0,
  goneLost: 0,
  goneTold: 0,
  goneSilentlyPlaced: 0,
});

/** Answers the place, and whether nobody is asked to look at it. */
export type Way = (
  anchor: TextAnchor,
) => { readonly start: number; readonly end: number; readonly silent: boolean } | null;

export function ours(old: SourceText, now: SourceText, withOld: boolean): Way {
  const placer = new Placer(now);
  return (anchor) => {
    const placed = placer.place(anchor, withOld ? old : null);
    if (placed.kind === 'lost') return null;
    const { start, end } = placed.anchor;
    return { start, end, silent: placed.kind === 'exact' };
  };
}

/** The baseline: the same words, nearest to the old offset. */
export function nearest(now: SourceText): Way {
  return ({ exact, start }) => {
    let best: number | null = null;
    for (let at = now.text.indexOf(exact); at !== -1; at = now.text.indexOf(exact, at + 1))
      if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
    return best === null ? null : { start: best, end: best + exact.length, silent: true };
  };
}

export const texts = ({ old, now }: Edited): { old: SourceText; now: SourceText } => ({
  old: { text: old, sha256: '0'.repeat(64) },
  now: { text: now, sha256: '1'.repeat(64) },
});

export function measure(
  example: Edited,
  way: Way,
  quotes: number,
  random: Random,
  tally: Tally,
): void {
  const { words } = example;
  const { old } = texts(example);
  for (let at = 0; at < quotes; at += 1) {
    const length = random.chance(0.2) ? 1 + random.below(4) : 5 + random.below(45);
    const first = random.below(Math.max(1, words.length - length));
    const quoted = words.slice(first, first + length);
    const [start, end] = [quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0];
    if (end <= start) continue;
    const anchor = anchorAt(old, start, end);
    count(tally, example, quoted, anchor, way(anchor));
  }
}

function count(
  tally: Tally,
  { now }: Edited,
  quoted: Edited['words'],
  { exact }: TextAnchor,
  placed: ReturnType<Way>,
): void {
  const kept = quoted.flatMap((word) => word.now ?? []);
  if (kept.length === 0) {
    tally.gone += 1;
    if (placed === null) tally.goneLost += 1;
    else if (placed.silent) tally.goneSilentlyPlaced += 1;
    else tally.goneTold += 1;
    return;
  }
  const start = Math.min(...kept.map((place) => place.start));
  const end = Math.max(...kept.map((place) => place.end));
  if (kept.length === quoted.length && now.slice(start, end) === exact) {
    tally.kept += 1;
    if (placed === null) tally.lost += 1;
    else if (placed.start === start && placed.end === end) tally.right += 1;
    else if (placed.silent) tally.silentlyWrong += 1;
    else tally.toldWrong += 1;
    return;
  }
  tally.touched += 1;
  if (placed === null) tally.touchedLost += 1;
  else {
    const overlap = Math.min(end, placed.end) - Math.max(start, placed.start);
    const share = overlap / Math.max(end - start, placed.end - placed.start);
    if (share >= 0.5) tally.touchedRight += 1;
    else if (placed.silent) tally.touchedSilentlyWrong += 1;
    else tally.touchedWrong += 1;
  }
}
