/** The words of one source that the comparison points out: whole sentences around a fact, or the passages of a difference. Pure. */
import type { Fact, Unit } from '../../../../archive/compare/comparison.ts';
import type { TextDocument } from '../../../../archive/model/index.ts';
import { sentenceAt } from '../reader/sentences.ts';
import type { Stretch } from '../reader/text-map.ts';

export function pointedOut(
  fact: Fact | null,
  passages: readonly number[],
  units: readonly Unit[],
  document: TextDocument,
): Stretch | null {
  if (fact) {
    const sentence = sentenceAt(document, fact.start) ?? fact;
    return { start: sentence.start, end: Math.max(sentence.end, fact.end) };
  }
  return firstRun(passages.flatMap((index) => units[index] ?? []));
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
