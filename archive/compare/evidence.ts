/** How much what is known of two places speaks for their being one fact in two versions. */

/** By the names of what is known: how much each of it speaks for a pair. */
export type Weights<Name extends string> = Readonly<Record<Name, number>>;
/** From 0 to 1, but where it is said otherwise. */
export type Evidence<Name extends string> = Readonly<Record<Name, number>>;

/** Logarithm of how many times likelier a pair is than none. */
export function weigh<Name extends string>(
  evidence: Evidence<Name>,
  weights: Weights<Name>,
): number {
  let sum = 0;
  for (const name in weights) sum += evidence[name] * weights[name];
  return sum;
}

/**
 * Of which belief on two are shown as a pair, by the same measure. Less than even: a place goes to the best partner of all
 * alone, so there are few to choose from where no other one is left.
 */
export const LEAST_WEIGHT = -2;
