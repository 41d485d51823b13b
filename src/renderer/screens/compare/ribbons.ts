/** The bands between matched passages, as shapes and labels for the gutter. Pure. */
import type { Comparison, Match, Reason } from '../../../../archive/compare/comparison.ts';
import { isolated } from '../../../messages/isolated.ts';
import { t } from '../../lib/texts.svelte.ts';
import { changes, differingFacts, matchDiffers } from './passages.ts';
import { around, type Box } from './scroll-together.ts';

export interface Ribbon {
  /** Index into `Comparison.matches`. */
  readonly match: number;
  readonly a: Box;
  readonly b: Box;
  readonly differs: boolean;
  readonly label: string;
  readonly reasons: string;
}

const LONGEST_LABEL = 10;
/** Pixels that one label takes of the gutter's height. */
const LABEL_HEIGHT = 22;

const short = (text: string): string =>
  text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : text;

/** `Стары Двор = Stary Dvor`, or the words once where both are written alike. */
export function sayReason({ kind, a, b }: Reason): string {
  if (kind === 'same-quote') return t('compare.why.quote');
  const both = a === b ? isolated(a) : `${isolated(a)} = ${isolated(b)}`;
  return kind === 'same-words' ? t('compare.why.words', { words: both }) : both;
}

const strength: Readonly<Record<Reason['kind'], number>> = {
  'same-quote': 0,
  'same-number': 1,
  'same-date': 2,
  'same-name': 3,
  'same-words': 4,
};

const strongest = (reasons: readonly Reason[]): Reason | undefined =>
  [...reasons].sort((one, other) => strength[one.kind] - strength[other.kind])[0];

/** Words that a version changed, on the side where there are more of them. */
function changedWords(match: Match, textA: string, textB: string): number {
  const count = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;
  let removed = 0;
  let added = 0;
  for (const { kind, a, b } of match.diff ?? []) {
    if (kind === 'same') continue;
    if (a) removed += count(textA.slice(...a));
    if (b) added += count(textB.slice(...b));
  }
  return Math.max(removed, added);
}

function labelOf(match: Match, comparison: Comparison, textA: string, textB: string): string {
  if (comparison.kind === 'versions') {
    if (changes(match))
      return t('compare.label.words', { count: changedWords(match, textA, textB) });
    if (match.byHand) return t('compare.label.byHand');
    return match.moved ? t('compare.label.moved') : '';
  }
  const facts = differingFacts(match, comparison.facts).length;
  if (facts > 0) return t('compare.label.facts', { count: facts });
  if (match.byHand) return t('compare.label.byHand');
  const reason = strongest(match.reasons);
  if (!reason) return '';
  if (reason.kind === 'same-quote') return t('compare.label.quote');
  return t('compare.label.same', { text: short(reason.a) });
}

/** What each match says in the gutter, without its place. */
export function ribbonLabels(
  comparison: Comparison,
  textA: string,
  textB: string,
): readonly Omit<Ribbon, 'a' | 'b'>[] {
  return comparison.matches.map((match, index) => ({
    match: index,
    differs: matchDiffers(match, comparison),
    label: labelOf(match, comparison, textA, textB),
    reasons: match.reasons.map(sayReason).join(' · '),
  }));
}

/** The ribbons that are in view, in pixels of the gutter. */
export function ribbonsInView(
  comparison: Comparison,
  labels: readonly Omit<Ribbon, 'a' | 'b'>[],
  boxes: { readonly a: readonly (Box | undefined)[]; readonly b: readonly (Box | undefined)[] },
  scroll: { readonly a: number; readonly b: number },
  height: number,
): readonly Ribbon[] {
  const shown: Ribbon[] = [];
  // Passages that are folded into one line have one band.
  const drawn = new Set<string>();
  for (const label of labels) {
    const match = comparison.matches[label.match];
    if (!match) continue;
    const a = around(boxes.a, match.a);
    const b = around(boxes.b, match.b);
    if (!a || !b) continue;
    const inA = { top: a.top - scroll.a, bottom: a.bottom - scroll.a };
    const inB = { top: b.top - scroll.b, bottom: b.bottom - scroll.b };
    if (Math.max(inA.bottom, inB.bottom) < 0 || Math.min(inA.top, inB.top) > height) continue;
    const place = `${a.top} ${a.bottom} ${b.top} ${b.bottom}`;
    if (!label.differs && drawn.has(place)) continue;
    drawn.add(place);
    shown.push({ ...label, a: inA, b: inB });
  }
  return shown;
}

/** The band as the outline of a path, `width` pixels from A to B. */
export function outlineOf({ a, b }: Ribbon, width: number): string {
  const [near, far] = [width * 0.45, width * 0.55];
  return (
    `M0 ${a.top}C${near} ${a.top} ${far} ${b.top} ${width} ${b.top}` +
    `L${width} ${b.bottom}C${far} ${b.bottom} ${near} ${a.bottom} 0 ${a.bottom}Z`
  );
}

export interface Label {
  readonly ribbon: Ribbon;
  /** Pixels from the top of the gutter to the middle of the label. */
  readonly at: number;
}

/** Labels on the middle of what is seen of their ribbons; one that would cover another gives way, or is left out. */
export function placeLabels(ribbons: readonly Ribbon[], height: number): readonly Label[] {
  const wanted = ribbons
    .filter(({ label }) => label !== '')
    .map((ribbon) => {
      const { a, b } = ribbon;
      const top = Math.max(0, (a.top + b.top) / 2);
      const bottom = Math.min(height, (a.bottom + b.bottom) / 2);
      return { ribbon, at: (top + bottom) / 2, room: bottom - top };
    })
    .filter(({ room, at }) => room > 0 && at > 11 && at < height - 11)
    .sort((one, other) => one.at - other.at);
  const placed: Label[] = [];
  for (const { ribbon, at, room } of wanted) {
    const free = (placed.at(-1)?.at ?? -Infinity) + LABEL_HEIGHT;
    const place = Math.max(at, free);
    if (place - at <= Math.max(12, room / 2) && place < height - 10)
      placed.push({ ribbon, at: place });
  }
  return placed;
}
