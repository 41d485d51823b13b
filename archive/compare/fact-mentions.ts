/** Where a text states a fact, once or several times, and which mentions of two facts stand nearest to each other. */
import type { Account } from './account.ts';
import type { Fact, Range } from './comparison.ts';

/** How alike two places in the texts are: 0 when they were not matched. */
export type Nearness = (a: number, b: number) => number;

export interface Mention {
  readonly range: Range;
  /** Index of its first word. */
  readonly word: number;
  readonly passage: number;
}

/** Mentions of one fact that are looked at for nearness. */
export const MOST_MENTIONS = 8;

export const mentionOf = (account: Account, word: number, range: Range): Mention => ({
  range,
  word,
  passage: account.passageOf[word] ?? -1,
});

/** Items of one key together, in order of their first. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

export function nearest(a: readonly Mention[], b: readonly Mention[], nearness: Nearness): number {
  let best = 0;
  for (const left of a.slice(0, MOST_MENTIONS))
    for (const right of b.slice(0, MOST_MENTIONS))
      best = Math.max(best, nearness(left.word, right.word));
  return best;
}

const factRange = (mention: Mention | undefined, fact: Fact): Fact => {
  if (mention === undefined || mention.range[0] === fact.start) return fact;
  const all: Range[] = [[fact.start, fact.end], ...fact.mentions];
  return {
    ...fact,
    start: mention.range[0],
    end: mention.range[1],
    passage: mention.passage,
    mentions: all.filter(([start]) => start !== mention.range[0]),
  };
};

/** The two mentions nearest to each other in the alignment's view. */
export function nearestMentions(
  a: readonly Mention[],
  b: readonly Mention[],
  nearness: Nearness,
): [Mention | undefined, Mention | undefined] {
  let best: [Mention | undefined, Mention | undefined] = [a[0], b[0]];
  let most = 0;
  for (const left of a.slice(0, MOST_MENTIONS))
    for (const right of b.slice(0, MOST_MENTIONS)) {
      const near = nearness(left.word, right.word);
      if (near > most) {
        most = near;
        best = [left, right];
      }
    }
  return best;
}

/** The fact as told by one of its mentions. */
export function moved(fact: Fact, mention: Mention | undefined, text: string): Fact {
  const next = factRange(mention, fact);
  return next === fact ? fact : { ...next, text: text.slice(next.start, next.end) };
}
