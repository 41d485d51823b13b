/** Records by their identifiers: each row of an export asks for some, and walking through all of them each time takes long in a large archive. */

export type ById<T> = (id: string | null | undefined) => T | undefined;

export function byId<T extends { readonly id: string }>(records: readonly T[]): ById<T> {
  const known = new Map<string, T>(records.map((record) => [record.id, record]));
  return (id) => known.get(id ?? '');
}
