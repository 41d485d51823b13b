/** What the journal says in order adds up to this: values by collection and identifier. The vault knows no model. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `v` takes the place of what stood there; `null` deletes. */
export interface Op {
  readonly c: string;
  readonly id: string;
  readonly v: Json | null;
}

export type State = Record<string, Record<string, Json>>;

export function applyOps(state: State, ops: readonly Op[]): void {
  for (const { c, id, v } of ops) {
    const collection = (state[c] ??= newCollection());
    if (v === null) Reflect.deleteProperty(collection, id);
    else collection[id] = v;
  }
}

/** Without a prototype, here as in collections, so that no name can stand for anything else. */
export function newState(): State {
  return Object.create(null) as State;
}

export function newCollection(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>;
}

export function isOps(value: unknown): value is Op[] {
  return (
    Array.isArray(value) &&
    value.every(
      (op: unknown) =>
        typeof op === 'object' &&
        op !== null &&
        'c' in op &&
        'id' in op &&
        'v' in op &&
        typeof op.c === 'string' &&
        typeof op.id === 'string' &&
        op.v !== undefined,
    )
  );
}
