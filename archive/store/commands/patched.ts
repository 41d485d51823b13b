/** A record with the given fields replaced; fields that are `undefined` stay as they are. */
type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

export function patched<T extends object>(record: T, patch: Patch<T>): T {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...record, ...(Object.fromEntries(given) as Partial<T>) };
}
