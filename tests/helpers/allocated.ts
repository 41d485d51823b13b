/** The largest single buffer that was asked for while something ran. */
type Allocate = (size: number, ...rest: unknown[]) => Buffer;

const names = ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const;

export async function mostAllocated(work: () => unknown): Promise<number> {
  let most = 0;
  const undo = names.map((name) => {
    const real = Reflect.get(Buffer, name) as Allocate;
    const noting: Allocate = (size, ...rest) => {
      most = Math.max(most, size);
      return real.call(Buffer, size, ...rest);
    };
    Reflect.set(Buffer, name, noting);
    return () => Reflect.set(Buffer, name, real);
  });
  try {
    await work();
  } finally {
    for (const each of undo) each();
  }
  return most;
}
