/** Which pages of the browser the app made: any other one was opened by page code. */
const ours = new Set<string>();
let making: Promise<unknown> = Promise.resolve();

/** One page at a time, so that those of page code can be told from them. */
export function makeInTurn<T>(make: () => Promise<T>): Promise<T> {
  const before = making;
  const made = (async () => {
    await before.catch(() => undefined);
    return make();
  })();
  making = made;
  return made;
}

export function madeTarget(targetId: string): void {
  ours.add(targetId);
}

export function forgetTarget(targetId: string): void {
  ours.delete(targetId);
}

/** Answered when no page is being made any more. */
export async function isOwnTarget(targetId: string): Promise<boolean> {
  await making.catch(() => undefined);
  return ours.has(targetId);
}
