/** The words of one side that the comparison points out: whole sentences around a fact, or the passages of a difference. Pure. */
import type { Comparison, Unit } from '../../../../archive/compare/comparison.ts';
import type { TextDocument } from '../../../../archive/model/index.ts';
import { sentenceAt } from '../reader/sentences.ts';
import type { Stretch } from '../reader/text-map.ts';
import type { Shown } from './comparing.svelte.ts';
import type { Side } from './passages.ts';

export function pointedOut(
  side: Side,
  shown: Shown,
  comparison: Comparison,
  document: TextDocument,
): Stretch | null {
  const fact = shown.fact === null ? null : (comparison.facts[shown.fact]?.[side] ?? null);
  if (fact) {
    const sentence = sentenceAt(document, fact.start) ?? fact;
    return { start: sentence.start, end: Math.max(sentence.end, fact.end) };
  }
  return firstRun(shown[side].flatMap((index) => comparison[side][index] ?? []));
}

/** The passages up to the first gap: a quote is one piece of the text. */
function firstRun(units: readonly Unit[]): Stretch | null {
  const [first] = units;
  if (!first) return null;
  let { end } = first;
  let { paragraph } = first;
  for (const unit of units.slice(1)) {
    if (unit.paragraph > paragraph + 1) break;
    ({ end, paragraph } = unit);
  }
  return { start: first.start, end };
}
