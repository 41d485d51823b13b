/** Words that a person picked on both sides: two facts that were found, or words of any kind. Pure. */
import type { Comparison, Fact, FactPair } from '../../../../archive/compare/comparison.ts';
import type { Pairing } from '../../../../archive/model/index.ts';
import type { Side } from './passages.ts';

/** A stretch of one text, with its words. */
export interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** As long as what a pairing keeps of each side. */
export const LONGEST_WORDS = 1_000;
/** From this share of the picked words on, they are meant for the fact that stands in them. */
const MEANT = 0.5;

interface Picked {
  readonly pair: FactPair;
  readonly fact: Words;
}

/**
 * The facts that were picked, if both are of one kind: 31 and forty, rather than the words around them. Two facts are
 * parted only when they are a pair.
 */
export function asFacts(
  comparison: Comparison,
  a: Words,
  b: Words,
  decision: Pairing['decision'],
): { readonly kind: FactPair['kind']; readonly a: Words; readonly b: Words } | null {
  for (const inA of pickedFacts(comparison.facts, 'a', a))
    for (const inB of pickedFacts(comparison.facts, 'b', b)) {
      const { kind } = inA.pair;
      if (kind !== inB.pair.kind || (decision === 'broken' && inA.pair !== inB.pair)) continue;
      return { kind, a: inA.fact, b: inB.fact };
    }
  return null;
}

function pickedFacts(facts: readonly FactPair[], side: Side, words: Words): readonly Picked[] {
  return facts.flatMap((pair): Picked[] => {
    const fact = pair.kind === 'words' ? null : pair[side];
    const place = fact && placesOf(fact).find((range) => isMeant(range, words));
    if (!place) return [];
    const [start, end] = place;
    return [
      {
        pair,
        fact: { start, end, text: words.text.slice(start - words.start, end - words.start) },
      },
    ];
  });
}

const placesOf = ({ start, end, mentions }: Fact) => [[start, end] as const, ...mentions];

const isMeant = ([start, end]: readonly [number, number], words: Words): boolean =>
  start >= words.start && end <= words.end && end - start >= MEANT * (words.end - words.start);
