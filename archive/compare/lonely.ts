/** Passages that are left over when all others have found their partners. */
import type { Link } from './chain.ts';

/** The least score of two passages that nothing else answers to, and what share of it another may have. */
const LEAST_LONELY = 0.03;
const MOST_RIVAL = 0.5;

/**
 * Passages that found no partner, and of which each is by far the other's likest among those left over: they are believed
 * with less than others, where the order of the text speaks for them too.
 */
export function lonely(all: readonly Link[], links: readonly Link[]): Link[] {
  const takenA = new Set(links.map(({ a }) => a));
  const takenB = new Set(links.map(({ b }) => b));
  const left = all.filter(({ a, b }) => !takenA.has(a) && !takenB.has(b));
  const rivalA = rivals(left, ({ a }) => a);
  const rivalB = rivals(left, ({ b }) => b);
  return left.filter(
    (link) =>
      link.score >= LEAST_LONELY &&
      Math.max(rivalA(link), rivalB(link)) <= link.score * MOST_RIVAL &&
      links.every((other) => (other.a - link.a) * (other.b - link.b) >= 0),
  );
}

/** The best score of the other links on the same passage. */
function rivals(links: readonly Link[], passageOf: (link: Link) => number): (link: Link) => number {
  const best = new Map<number, { link: Link; second: number }>();
  for (const link of links) {
    const known = best.get(passageOf(link));
    if (!known) best.set(passageOf(link), { link, second: 0 });
    else if (link.score > known.link.score)
      best.set(passageOf(link), { link, second: known.link.score });
    else known.second = Math.max(known.second, link.score);
  }
  return (link) => {
    const known = best.get(passageOf(link));
    return known?.link === link ? known.second : (known?.link.score ?? 0);
  };
}
