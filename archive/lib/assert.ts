/** States what must hold. A failed assertion is a bug in this program, never a fault of the input. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${why}`);
}

/** Closes a `switch` over a union: a forgotten case does not compile. */
export function never(value: never): never {
  throw new Error(`impossible value: ${JSON.stringify(value)}`);
}
